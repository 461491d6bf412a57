import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { fixOf, foundIn, onVolume, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/volume-exceeded';

const postgres = (size: string, ...lines: readonly string[]): string =>
  change(
    onVolume(size, ...lines),
    'engine: mariadb\n    version: "11.8.5"',
    'engine: postgres\n    version: 17.9-bookworm',
  );

describe('MariaDB', () => {
  test('on a volume of the guide', () => {
    const text = onVolume('500Mi');
    expect(findingsOf(text)).toEqual([
      `error ${id} 31:22 the volume of orders is 500Mi, and with 15 % kept free 1062Mi go to it: 512Mi data, 128Mi write-set cache, 128Mi its pages, 64Mi undo logs`,
    ]);
    expect(fixesOf(text)).toEqual(['make it at least 2Gi']);
    expect(sizingFindings(onVolume('2Gi'))).toEqual([]);
  });

  test('with a cache that alone fills it, in every mode', () => {
    for (const sizing of ['sizing: { gcache: 30Gi }', 'sizing: { mode: target, gcache: 30Gi }']) {
      expect(sizingFindings(withLines(sizing)).filter((each) => each.includes('volume'))).toEqual([
        expect.stringMatching(
          `^error ${id} 31:22 the volume of orders is 20Gi, and 30.25Gi go to write-set cache, redo log and system tables`,
        ),
      ]);
    }
    const text = withLines('sizing: { gcache: 30Gi }');
    expect(relatedOf(text)).toEqual([['32:23 write-set cache']]);
    expect(fixOf(text)).toBe('make it at least 37Gi, or lower sizing.gcache to 16Gi');
    expect(sizingFindings(withLines('sizing: { gcache: 16Gi }'))).toEqual([]);
    expect(sizingFindings(onVolume('37Gi', 'sizing: { gcache: 30Gi }'))).toEqual([]);
  });

  test('with data that are expected, or a redo log', () => {
    expect(fixOf(withLines('sizing: { data: 30Gi }'))).toBe(
      'make it at least 37Gi, or lower sizing.data to 15.5Gi',
    );
    expect(sizingFindings(withLines('sizing: { data: 15.5Gi }'))).toEqual([]);
    expect(sizingFindings(withLines('config: { innodb-log-file-size: 20G }'))).toHaveLength(1);
    expect(sizingFindings(withLines('config: { wsrep_provider_options: gcache.size=30G }'))).toHaveLength(1);
  });
});

describe('Postgres', () => {
  test('that is told to keep WAL', () => {
    const text = postgres('20Gi', 'kubedb: { walKeepSize: 30Gi }');
    expect(sizingFindings(text)).toEqual([
      `error ${id} 31:22 the volume of orders is 20Gi, and 30.25Gi go to WAL for standbys and system catalogs`,
    ]);
    expect(relatedOf(text)).toEqual([['32:28 WAL for standbys']]);
  });

  test('with large checkpoints', () => {
    expect(sizingFindings(postgres('20Gi', 'config: { max_wal_size: 40GB }'))).toHaveLength(1);
    expect(sizingFindings(postgres('20Gi', 'config: { max_wal_size: 4GB }'))).toEqual([]);
  });

  test('of which the volume holds no more than the WAL that KubeDB keeps', () => {
    expect(sizingFindings(postgres('1Gi', 'sizing: { mode: target }'))[0]).toMatch(
      `error ${id} 31:22 the volume of orders is 1Gi, and 1576Mi go to WAL for standbys and system catalogs`,
    );
  });
});

test('manifests: only what is full for certain', () => {
  const object = (spec: string): string => `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger }
spec:
  replicas: 3
  storage: { resources: { requests: { storage: 500Mi } } }
${spec}`;
  expect(foundIn(id, object(''))).toEqual([
    `error ${id} 6:48 the volume of ledger is 500Mi, and 1576Mi go to WAL for standbys and system catalogs`,
  ]);
  expect(foundIn(id, object('  replication: { walLimitPolicy: ReplicationSlot }\n'))).toEqual([]);
  expect(foundIn(id, object('  replication: { walLimitPolicy: WALKeepSize, walKeepSize: 64 }\n'))).toEqual(
    [],
  );
});

test('is content with the good topology', () => {
  expect(sizingFindings(goodTopology)).toEqual([]);
});
