// node write-bytes.mjs FILES.json OUT: writes the files of a tree whose bytes are known. No compiler can be faster.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [tree, out] = process.argv.slice(2);
const made = new Set();
for (const [path, content] of Object.entries(JSON.parse(readFileSync(tree, 'utf8')))) {
  const folder = dirname(`${out}/${path}`);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(`${out}/${path}`, content);
}
