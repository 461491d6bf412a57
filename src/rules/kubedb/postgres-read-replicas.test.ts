import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-read-replicas';
const groups = (...each: string[]): string[] =>
  findingsOfRule(
    id,
    postgresManifest(`  readReplicas:\n${each.map((group) => `    - { ${group} }\n`).join('')}`),
  );

test.each([
  ['name: ""', '13:15 a read replica group of ledger has an empty name'],
  ['name: arbiter', '13:15 a read replica group of ledger is called arbiter'],
  ['name: a, replicas: 0', '13:28 the read replica group a has 0 replicas'],
  [
    `name: ${'r'.repeat(46)}`,
    `13:15 the pods of this group would be called ledger-${'r'.repeat(46)}, 53 characters of 52`,
  ],
])('reports { %s }', (group, finding) => {
  expect(groups(group)).toEqual([`error ${id} ${finding}`]);
});

test('reports a name that stands twice, each time', () => {
  expect(groups('name: a', 'name: b', 'name: a', 'name: a')).toEqual([
    `error ${id} 15:15 ledger has two read replica groups called a`,
    `error ${id} 16:15 ledger has two read replica groups called a`,
  ]);
});

test('is content with names of their own, and with what the schema refuses', () => {
  expect(groups('name: a', 'name: b, replicas: 1', `name: ${'r'.repeat(45)}`)).toEqual([]);
  expect(groups('replicas: 2', 'name: 7')).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  readReplicas: none\n'))).toEqual([]);
});
