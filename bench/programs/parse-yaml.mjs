// node parse-yaml.mjs FOLDER: reads the YAML of a folder's files to plain values, with nothing checked.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) parse(readFileSync(`${folder}/${name}`, 'utf8'));
