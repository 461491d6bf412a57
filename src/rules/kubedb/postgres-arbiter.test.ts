import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-arbiter';

test.each([2, 4])('reports %d replicas', (replicas) => {
  expect(findingsOfRule(id, postgresManifest('  distributed: true\n', replicas))).toEqual([
    `error ${id} 8:13 ledger is distributed with ${replicas} replicas, an even number that KubeDB adds an arbiter to`,
  ]);
});

test('is content with odd numbers, and with an arbiter on the same cluster', () => {
  expect(findingsOfRule(id, postgresManifest('  distributed: true\n', 3))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  distributed: true\n', 0))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('', 2))).toEqual([]);
});
