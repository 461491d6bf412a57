// Asks an installed server for its options and writes them into the table of its version:
//   npm run server-options -- mariadb|galera|postgres [--program PATH] [--check]
// With --check it writes nothing: it prints what differs and ends with 1, or passes over a version without a table.
import { relative } from 'node:path';
import { ask, installed } from './ask-server.mjs';
import { differences, folder, readTables, withTable, writeTables } from './option-tables.mjs';

const [family, ...rest] = process.argv.slice(2);
const check = rest.includes('--check');
const at = rest.indexOf('--program');
const named = at === -1 ? undefined : rest[at + 1];
const known = new Set(['--check', '--program', named]);
if (
  !['mariadb', 'galera', 'postgres'].includes(family) ||
  rest.some((word) => !known.has(word)) ||
  (at !== -1 && named === undefined)
) {
  console.error('usage: npm run server-options -- mariadb|galera|postgres [--program PATH] [--check]');
  process.exit(2);
}
const program = named ?? installed(family);
if (program === undefined) {
  console.log(`${family}: no server is installed here; nothing is looked at`);
  process.exit(check ? 0 : 2);
}

const { version, server, rows } = await ask(family, program);
const tables = readTables(family);
const table = tables.find((each) => each.version === version);
const file = `${relative(process.cwd(), folder)}/${family}-${version}.ts`;
if (check && table === undefined) {
  console.log(`${server}: there is no table of ${version}; nothing is looked at`);
} else {
  const found = differences(table?.rows ?? new Map(), rows);
  if (found.length === 0) {
    console.log(`${server}: ${rows.size} options, as in ${file}`);
  } else if (check) {
    console.error(
      `${server} and ${file}, of ${table.server}, differ; npm run server-options -- ${family} writes what it says:`,
    );
    for (const line of found) console.error(line);
    process.exitCode = 1;
  }
  if (!check && (found.length > 0 || table.server !== server)) {
    const asked = new Date().toISOString().slice(0, 10);
    writeTables(family, withTable(tables, { version, server, asked, rows }));
    console.log(`${server}: ${rows.size} options, written to ${file}`);
  }
}
