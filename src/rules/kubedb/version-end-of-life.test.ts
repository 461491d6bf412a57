import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

const asked = (version: string, engine = 'mariadb'): string =>
  change(
    goodTopology,
    'engine: mariadb\n    version: "11.8.5"',
    `engine: ${engine}\n    version: "${version}"`,
  );

test('a series that has ended', () => {
  expect(findingsOf(asked('11.5.2'))).toEqual([
    'warning kubedb/version-end-of-life 24:14 MariaDB 11.5.2 gets no more fixes',
  ]);
  expect(fixesOf(asked('11.5.2'))).toEqual([
    'write "11.8.5"; a database that runs is upgraded by an OpsRequest',
  ]);
  expect(findingsOf(asked('13.21-bookworm', 'postgres'))).toEqual([
    'warning kubedb/version-end-of-life 24:14 Postgres 13.21-bookworm gets no more fixes',
  ]);
});

test('is content with the others', () => {
  for (const version of ['10.6.16', '10.11.6', '11.4.3', '11.8.5'])
    expect(findingsOf(asked(version))).toEqual([]);
  expect(findingsOf(asked('14.22', 'postgres'))).toEqual([]);
});

test('manifests', () => {
  const text = 'apiVersion: kubedb.com/v1\nkind: MariaDB\nmetadata: { name: a }\nspec: { version: 12.1.2 }\n';
  expect(manifestFindingsOf(text).filter((each) => each.includes('end-of-life'))).toEqual([
    'warning kubedb/version-end-of-life 4:18 MariaDB 12.1.2 gets no more fixes',
  ]);
});
