import { expect, test } from 'vitest';
import { positionAt } from '../diagnostics/index.js';
import { readManifests } from '../manifests/index.js';
import { type ConfigContent, readMariadbFile, readPostgresFile } from '../server-options/index.js';
import { placesIn } from './file-places.js';

function fieldOf(text: string) {
  const [manifest] = readManifests({ name: 'm', content: text }).manifests;
  const field = manifest?.root.at('data', 'file');
  if (!field) throw new Error('no manifest');
  return field;
}

const head = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata:\n  file: ';

const block = (...lines: readonly string[]): string =>
  `${head}|\n${lines.map((line) => `    ${line}\n`).join('')}`;

function shown({ options, unreadable }: ConfigContent): string[] {
  return [
    ...options.map(({ name, value, valueSpan }) => {
      const { line, column } = positionAt(valueSpan.file, valueSpan.start);
      return `${name}=${value} ${line}:${column}`;
    }),
    ...unreadable.map(({ kind, text }) => `${kind} ${text}`),
  ];
}

test('reads the groups of the server and places what stands in a block', () => {
  const field = fieldOf(
    block(
      '# c',
      '[client]',
      'port=1',
      '[mariadb-11.8]',
      'a = 5 # five',
      'skip-b',
      'c="x # y"',
      '!includedir /x',
    ),
  );
  expect(shown(readMariadbFile(field.text ?? '', placesIn(field)))).toEqual([
    'a=5 10:9',
    'skip-b=undefined 11:5',
    'c=x # y 12:7',
  ]);
});

test('says which option comes before any group, once', () => {
  const field = fieldOf(block('a=1', 'b=2'));
  expect(shown(readMariadbFile(field.text ?? '', placesIn(field)))).toEqual([
    'a=1 6:7',
    'b=2 7:7',
    'section a=1',
  ]);
});

test('reads what Postgres reads', () => {
  const field = fieldOf(
    block(
      "a = 'it''s' # c",
      'b 5',
      '# no',
      '// no',
      'c = 8 MB',
      'work-mem = 1',
      "include 'x'",
      'd = 1 // x',
      'e=',
    ),
  );
  expect(shown(readPostgresFile(field.text ?? '', placesIn(field)))).toEqual([
    "a=it's 6:9",
    'b=5 7:7',
    'comment // no',
    'syntax c = 8 MB',
    'syntax work-mem = 1',
    'comment d = 1 // x',
    'syntax e=',
  ]);
});

test('takes the whole field where a line has no place of its own', () => {
  const field = fieldOf(`${head}"[mysqld]\\na=1\\n"\n`);
  expect(shown(readMariadbFile(field.text ?? '', placesIn(field)))).toEqual(['a=1 5:9']);
});
