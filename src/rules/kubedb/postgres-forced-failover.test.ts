import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-forced-failover';

test('reports a failover that gives data up', () => {
  const fields = '  replication: { walLimitPolicy: WALKeepSize, forceFailoverAcceptingDataLossAfter: 30s }\n';
  expect(findingsOfRule(id, postgresManifest(fields))).toEqual([
    `warning ${id} 12:84 ledger fails over after 30s even when that loses commits`,
  ]);
});

test('is content without it', () => {
  expect(findingsOfRule(id, postgresManifest('  replication: { walLimitPolicy: WALKeepSize }\n'))).toEqual(
    [],
  );
  expect(findingsOfRule(id, postgresManifest())).toEqual([]);
});
