import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/read-replica-placement';
const distributed = '  distributed: true\n  readReplicas:\n';

test('reports the groups that name no policy, together', () => {
  const text = postgresManifest(
    `${distributed}    - { name: a, podPlacementPolicy: { name: mine } }\n    - { name: b }\n    - { name: c, podPlacementPolicy: { name: default } }\n`,
  );
  expect(findingsOfRule(id, text)).toEqual([
    `warning ${id} 15:15 ledger is distributed, and its read replicas b and c take the PlacementPolicy default`,
  ]);
});

test('points at the name default', () => {
  const text = postgresManifest(`${distributed}    - { name: c, podPlacementPolicy: { name: default } }\n`);
  expect(findingsOfRule(id, text)).toEqual([
    `warning ${id} 14:46 ledger is distributed, and its read replicas c take the PlacementPolicy default`,
  ]);
});

test('is content with policies, and with a Postgres on one cluster', () => {
  const named = '    - { name: a, podPlacementPolicy: { name: mine } }\n';
  expect(findingsOfRule(id, postgresManifest(distributed + named))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  readReplicas: [{ name: a }]\n'))).toEqual([]);
});
