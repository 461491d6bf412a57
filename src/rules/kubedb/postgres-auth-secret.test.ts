import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-auth-secret';
const secret = (fields: string): string[] =>
  findingsOfRule(id, postgresManifest(`  authSecret: { kind: Secret, ${fields} }\n`));

test('reports an empty name', () => {
  expect(secret('name: "", externallyManaged: true')).toEqual([
    `error ${id} 12:37 the auth secret of ledger is managed externally and has no name`,
  ]);
});

test('is content with a name, with a secret KubeDB makes, and leaves a missing name to the schema', () => {
  expect(secret('name: mine, externallyManaged: true')).toEqual([]);
  expect(secret('name: ""')).toEqual([]);
  expect(secret('externallyManaged: true')).toEqual([]);
});
