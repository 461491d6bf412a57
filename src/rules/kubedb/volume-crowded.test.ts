import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

const own = (findings: readonly string[]): string[] =>
  findings.filter((each) => each.includes(' kubedb/volume-crowded '));

const postgres = (size: string): string =>
  change(
    change(
      goodTopology,
      'engine: mariadb\n    version: "11.8.5"',
      'engine: postgres\n    version: 17.9-bookworm',
    ),
    '20Gi',
    size,
  );

test('the volume of the Postgres guide', () => {
  expect(findingsOf(postgres('2Gi'))).toEqual([
    'warning kubedb/volume-crowded 31:22 of the 2Gi of orders up to 2.5Gi go to WAL for standbys and WAL between checkpoints',
  ]);
  expect(fixesOf(postgres('2Gi'))).toEqual(['make it at least 10Gi']);
});

test('the volume of the MariaDB guide', () => {
  expect(findingsOf(change(goodTopology, '20Gi', '500Mi'))).toEqual([
    "warning kubedb/volume-crowded 31:22 of the 500Mi of orders up to 254Mi go to an empty data directory with its redo log and Galera's cache of write sets",
  ]);
});

test('is content with half, and leaves one that is exceeded to its rule', () => {
  expect(own(findingsOf(postgres('5Gi')))).toEqual([]);
  expect(own(findingsOf(postgres('4Gi')))).toHaveLength(1);
  expect(own(findingsOf(postgres('500Mi')))).toEqual([]);
  expect(own(findingsOf(change(goodTopology, '20Gi', '508Mi')))).toEqual([]);
  expect(own(findingsOf(`${postgres('5Gi')}    config: { max_wal_size: 4GB }\n`))).toHaveLength(1);
});

test('manifests', () => {
  const text = `apiVersion: gitops.kubedb.com/v1alpha1
kind: Postgres
metadata: { name: ledger }
spec: { storage: { resources: { requests: { storage: 2Gi } } } }
`;
  expect(own(manifestFindingsOf(text))).toEqual([
    'warning kubedb/volume-crowded 4:54 of the 2Gi of ledger up to 2.5Gi go to WAL for standbys and WAL between checkpoints',
  ]);
});
