import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-remote-replica';
const remote = '  remoteReplica: { sourceRef: { name: primary } }\n';

test.each(['12.22-bookworm', '10.23', '9.6.23'])('reports %s', (version) => {
  expect(findingsOfRule(id, postgresManifest(remote, 1, version))).toEqual([
    `error ${id} 7:12 ledger is a remote replica of version ${version}, the oldest is 13`,
  ]);
});

test('is content from 13 on, and without a remote primary', () => {
  expect(findingsOfRule(id, postgresManifest(remote, 1, '13.21'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest(remote, 1, 'mine'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('', 1, '12.22'))).toEqual([]);
});
