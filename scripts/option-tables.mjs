// The tables of src/server-options/tables/: what the script that asks the servers writes, and what option.ts reads.
// A row is `name|type|default|least|most|values|unit`. The table of a family's first version is whole; every later one has
// the rows that differ from the version before, and `-name` for a row that is gone.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the tables, as it is in the repository. */
export const folder = new URL('../src/server-options/tables/', import.meta.url).pathname;

/** The name of a row. */
const nameOf = (row) => row.split('|')[0];

/** Sorts 9 before 10.11 and 10.11 before 11.8. */
function byVersion(a, b) {
  const [left, right] = [a, b].map(({ version }) => version.split('.').map(Number));
  return left[0] - right[0] || (left[1] ?? 0) - (right[1] ?? 0);
}

const byName = (a, b) => (nameOf(a) < nameOf(b) ? -1 : 1);

/** The tables of a family as they stand in a folder: whole rows by name, the earliest version first. */
export function readTables(family, from = folder) {
  const tables = readdirSync(from)
    .filter((file) => file.startsWith(`${family}-`) && file.endsWith('.ts'))
    .map((file) => {
      const text = readFileSync(join(from, file), 'utf8');
      const word = (key) => new RegExp(`^  ${key}: '(.*)',$`, 'm').exec(text)?.[1] ?? '';
      const written = /^ {2}rows: `\\\n([\s\S]*?)`,\n/m.exec(text)?.[1] ?? '';
      const rows = written
        .replace(/\\([\\`$])/g, '$1')
        .split('\n')
        .filter(Boolean);
      return { version: word('version'), server: word('server'), asked: word('asked'), rows };
    })
    .sort(byVersion);
  let before = new Map();
  for (const table of tables) {
    const whole = new Map(before);
    for (const row of table.rows) {
      if (row.startsWith('-')) whole.delete(row.slice(1));
      else whole.set(nameOf(row), row);
    }
    table.rows = whole;
    before = whole;
  }
  return tables;
}

/** The tables with one more, or with another in place of the one of its version. */
export function withTable(tables, table) {
  return [...tables.filter(({ version }) => version !== table.version), table].sort(byVersion);
}

/** The files of a family's tables by name. The same tables give the same text. */
export function filesOf(family, tables) {
  const files = new Map();
  let before = new Map();
  for (const { version, server, asked, rows } of tables) {
    const written = [...rows.values()].filter((row) => before.get(nameOf(row)) !== row);
    for (const name of before.keys()) if (!rows.has(name)) written.push(`-${name}`);
    written.sort((a, b) => byName(a.replace(/^-/, ''), b.replace(/^-/, '')));
    const text = written.join('\n').replace(/[\\`]|\$(?=\{)/g, '\\$&');
    files.set(
      `${family}-${version}.ts`,
      `// Printed by the server: npm run server-options -- ${family}. Do not edit.
import type { OptionTable } from '../option-table.js';

export const ${constantOf(family, version)}: OptionTable = {
  version: '${version}',
  server: '${server}',
  asked: '${asked}',
  rows: \`\\\n${text}\n\`,
};
`,
    );
    before = rows;
  }
  return files;
}

/** The module that lists the tables of a folder. */
export function listOf(from = folder) {
  const families = ['galera', 'mariadb', 'postgres'].map((family) => ({
    family,
    versions: readTables(family, from).map(({ version }) => version),
  }));
  const imports = families.flatMap(({ family, versions }) =>
    versions.map(
      (version) => `import { ${constantOf(family, version)} } from './${family}-${version}.js';\n`,
    ),
  );
  const lists = families.map(
    ({ family, versions }) =>
      `export const ${family}Tables = [${versions.map((each) => constantOf(family, each)).join(', ')}] as const;\n`,
  );
  return `// Made by npm run server-options. Do not edit.\n${imports.join('')}\n${lists.join('')}`;
}

function constantOf(family, version) {
  return `${family}${version.replace('.', '_')}`;
}

/** Writes the tables of a family. */
export function writeTables(family, tables) {
  for (const [name, text] of filesOf(family, tables)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'index.ts'), listOf());
}

/** What differs between a table and what the server says, one line each. */
export function differences(table, rows) {
  const names = new Set([...table.keys(), ...rows.keys()]);
  return [...names].sort().flatMap((name) => {
    const [has, says] = [table.get(name), rows.get(name)];
    if (has === says) return [];
    if (says === undefined) return [`- ${has}`];
    if (has === undefined) return [`+ ${says}`];
    return [`- ${has}`, `+ ${says}`];
  });
}
