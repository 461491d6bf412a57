import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/anti-affinity';

describe(id, () => {
  test('reports replicas that may share a node', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([
      'warning mariadb-operator/anti-affinity 7:13 nothing keeps the 3 replicas of orders on different nodes',
    ]);
    expect(findingsBy(id, mariadb({ ...replication, affinity: '{ nodeAffinity: {} }' }))).toEqual([
      'warning mariadb-operator/anti-affinity 9:3 nothing keeps the 2 replicas of orders on different nodes',
    ]);
    expect(fixesBy(id, mariadb(galera))).toEqual([
      'write affinity.antiAffinityEnabled: true before the first start, if there are 3 nodes: it cannot be added later',
    ]);
  });

  test('is content with any way to part them, and with one server', () => {
    expect(findingsBy(id, mariadb({ ...galera, affinity: '{ antiAffinityEnabled: true }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, affinity: '{ podAntiAffinity: {} }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, topologySpreadConstraints: '[{ maxSkew: 1 }]' }))).toEqual([]);
    expect(findingsBy(id, mariadb())).toEqual([]);
  });
});
