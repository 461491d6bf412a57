import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-wal-retention';

describe(`${id} in a topology`, () => {
  const keeping = (size: string, version: string): string =>
    `${change(change(goodTopology, 'engine: mariadb', 'engine: postgres'), '"11.8.5"', `"${version}"`)}    kubedb: { walKeepSize: ${size} }\n`;
  const own = (text: string): string[] => findingsOf(text).filter((finding) => finding.includes(id));

  test('reports a size for a version that counts segments', () => {
    expect(own(keeping('4Gi', '12.22-bookworm'))).toEqual([
      `error ${id} 32:28 Postgres 12 does not keep WAL by walKeepSize`,
    ]);
    expect(fixesOf(keeping('4Gi', '12.22-bookworm'))).toContain(
      'remove it, KubeDB then keeps 96 segments, 1.5 GiB; or take version 13 or later',
    );
  });

  test('reports a size that the field does not hold', () => {
    expect(own(keeping('3Pi', '17.9'))).toEqual([
      `error ${id} 32:28 walKeepSize 3Pi is more than the field holds`,
    ]);
  });

  test('is content from 13 on and with versions it cannot read', () => {
    expect(own(keeping('4Gi', '13.21'))).toEqual([]);
    expect(own(keeping('1Pi', '17.9'))).toEqual([]);
    expect(own(keeping('4Gi', 'mine'))).toEqual([]);
  });
});

describe(`${id} in a manifest`, () => {
  const replication = (fields: string, version = '17.9'): string[] =>
    findingsOfRule(id, postgresManifest(`  replication: { ${fields} }\n`, 3, version));

  test.each([
    ['walLimitPolicy: Slots', '17.9', '12:34 there is no walLimitPolicy Slots'],
    ['walLimitPolicy: toString', '17.9', '12:34 there is no walLimitPolicy toString'],
    ['walLimitPolicy: WALKeepSegment', '13.21', '12:34 Postgres 13 does not keep WAL by WALKeepSegment'],
    ['walLimitPolicy: WALKeepSize', '12.22', '12:34 Postgres 12 does not keep WAL by WALKeepSize'],
    ['walLimitPolicy: ReplicationSlot', '12.22', '12:34 Postgres 12 does not keep WAL by ReplicationSlot'],
    ['walLimitPolicy: WALKeepSize, walKeepSize: -1', '17.9', '12:60 walKeepSize is -1, the least is 0'],
    [
      'walLimitPolicy: ReplicationSlot, maxSlotWALKeepSize: -2',
      '17.9',
      '12:71 maxSlotWALKeepSize is -2, the least is -1',
    ],
    [
      'walLimitPolicy: WALKeepSegment, walKeepSegment: -1',
      '12.22',
      '12:66 walKeepSegment is -1, the least is 0',
    ],
  ])('reports { %s } of %s', (fields, version, finding) => {
    expect(replication(fields, version)).toEqual([`error ${id} ${finding}`]);
  });

  test.each([
    ['walLimitPolicy: WALKeepSize, walKeepSize: 0', '13.21'],
    ['walLimitPolicy: ReplicationSlot, maxSlotWALKeepSize: -1', '17.9'],
    ['walLimitPolicy: WALKeepSegment', '12.22'],
    ['walLimitPolicy: WALKeepSize, walKeepSegment: -5', '17.9'],
    ['walLimitPolicy: WALKeepSegment', 'mine'],
    ['', '17.9'],
  ])('is content with { %s } of %s', (fields, version) => {
    expect(replication(fields, version)).toEqual([]);
  });
});
