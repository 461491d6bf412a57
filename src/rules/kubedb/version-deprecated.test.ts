import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

const asked = (version: string, engine = 'mariadb'): string =>
  change(
    goodTopology,
    'engine: mariadb\n    version: "11.8.5"',
    `engine: ${engine}\n    version: "${version}"`,
  );

test.each([
  ['10.11.2', 'mariadb', 'MariaDB 10.11.2', 'write "10.11.6" or "11.8.5"'],
  ['12.9-bullseye', 'postgres', 'Postgres 12.9-bullseye', 'write "18.3"'],
  [
    '14.1',
    'postgres',
    'Postgres 14.1',
    'write "14.10" with quotes if that is meant: without them it loses its zero',
  ],
  [
    '13.2',
    'postgres',
    'Postgres 13.2',
    'write "13.20" with quotes if that is meant: without them it loses its zero',
  ],
])('%s of %s', (version, engine, name, fix) => {
  expect(findingsOf(asked(version, engine))).toEqual([
    `error kubedb/version-deprecated 24:14 ${name} is deprecated`,
  ]);
  expect(fixesOf(asked(version, engine))).toEqual([fix]);
});

test('is content with the others', () => {
  expect(findingsOf(asked('10.11.6'))).toEqual([]);
  expect(findingsOf(asked('14.10', 'postgres'))).toEqual([]);
});

test('manifests', () => {
  const text = `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders }
spec: { version: 10.6.4 }
`;
  expect(manifestFindingsOf(text).filter((each) => each.includes('deprecated'))).toEqual([
    'error kubedb/version-deprecated 4:18 MariaDB 10.6.4 is deprecated',
  ]);
});
