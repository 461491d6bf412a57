import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { databaseManifest, findingsBy, fixesBy, placedBy } from './objects.testing.js';

const placed = 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]';

function distributed(engine: string, fra: number, ams: number): string {
  const text = change(goodTopology, placed, `replicas: ${fra}\n      - { cluster: ams, replicas: ${ams} }`);
  return change(text, 'engine: mariadb', `engine: ${engine}`);
}

function local(engine: string, replicas: number): string {
  const text = change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', '');
  return change(change(text, placed, `replicas: ${replicas}`), 'engine: mariadb', `engine: ${engine}`);
}

describe('kubedb/replicas', () => {
  test.each(['mariadb', 'postgres'])('reports one replica of a distributed %s', (engine) => {
    const text = change(change(goodTopology, placed, 'replicas: 1'), 'engine: mariadb', `engine: ${engine}`);
    expect(findingsOf(text)).toEqual([
      'error kubedb/replicas 27:19 orders is distributed over the slice with a single replica',
    ]);
  });

  test('reports a MariaDB of two', () => {
    expect(findingsOf(distributed('mariadb', 1, 1))).toEqual([
      'error kubedb/replicas 25:5 orders has two replicas, a Galera cluster of KubeDB starts at three',
    ]);
    expect(fixesOf(distributed('mariadb', 1, 1))).toEqual(['make it 3']);
    expect(findingsOf(local('mariadb', 2))).toEqual([
      'error kubedb/replicas 24:19 orders has two replicas, a Galera cluster of KubeDB starts at three',
    ]);
    expect(fixesOf(local('mariadb', 2))).toEqual(['make it 3, or 1']);
  });

  test('reports an even MariaDB', () => {
    expect(findingsOf(distributed('mariadb', 3, 1))).toEqual([
      'error kubedb/replicas 25:5 orders has 4 replicas, an even number of votes',
    ]);
    expect(fixesOf(distributed('mariadb', 3, 1))).toEqual(['make it 5, or 3']);
  });

  test.each([10, 11])('reports a MariaDB of %d', (replicas) => {
    expect(findingsOf(local('mariadb', replicas))).toEqual([
      `error kubedb/replicas 24:19 orders has ${replicas} replicas, a Galera cluster of KubeDB ends at 9`,
    ]);
  });

  test('reports an even distributed Postgres', () => {
    expect(findingsOf(distributed('postgres', 1, 1))).toEqual([
      'error kubedb/replicas 25:5 orders has 2 replicas, an even number that KubeDB adds an arbiter to',
    ]);
    expect(fixesOf(distributed('postgres', 1, 1))).toEqual(['make it 3']);
  });

  test.each([
    local('mariadb', 1),
    local('mariadb', 9),
    local('postgres', 1),
    local('postgres', 2),
    distributed('mariadb', 2, 1),
    distributed('postgres', 7, 4),
  ])('is content with counts that KubeDB runs (%#)', (text) => {
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('kubedb/replicas among manifests', () => {
  test('reports counts below one', () => {
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '0' }))).toEqual([
      'error kubedb/replicas 8:13 orders has no replicas',
    ]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '-1' }, { kind: 'Postgres' }))).toEqual(
      ['error kubedb/replicas 8:13 orders has -1 replicas'],
    );
  });

  test('reports a cluster that is too small or too large', () => {
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '1' }))).toEqual([
      'error kubedb/replicas 8:13 orders has a topology and a single replica, a cluster of KubeDB starts at three',
    ]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '' }))).toEqual([
      'error kubedb/replicas 6:1 orders has a topology and a single replica, a cluster of KubeDB starts at three',
    ]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '2', topology: '' }))).toEqual([
      'error kubedb/replicas 8:13 orders has two replicas, a Galera cluster of KubeDB starts at three',
    ]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '2' }))).toEqual([
      'error kubedb/replicas 8:13 orders has a topology and 2 replicas, a cluster of KubeDB starts at three',
    ]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '11' }))).toEqual([
      'error kubedb/replicas 8:13 orders has 11 replicas, a Galera cluster of KubeDB ends at 9',
    ]);
  });

  test('reports an even count', () => {
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '4' }))).toEqual([
      'error kubedb/replicas 8:13 orders has 4 replicas, an even number of votes',
    ]);
  });

  test('reports a single replica over clusters', () => {
    expect(
      findingsBy('kubedb/replicas', databaseManifest({ ...placedBy('orders'), topology: '', replicas: '' })),
    ).toEqual(['error kubedb/replicas 6:1 orders is distributed over the slice with a single replica']);
    expect(
      findingsBy(
        'kubedb/replicas',
        databaseManifest({ ...placedBy('orders'), replicas: '1' }, { kind: 'Postgres' }),
      ),
    ).toEqual(['error kubedb/replicas 8:13 orders is distributed over the slice with a single replica']);
  });

  test.each([2, 4])('reports a Postgres of %d replicas over clusters', (count) => {
    const text = databaseManifest({ ...placedBy('orders'), replicas: `${count}` }, { kind: 'Postgres' });
    expect(findingsBy('kubedb/replicas', text)).toEqual([
      `error kubedb/replicas 8:13 orders has ${count} replicas, an even number that KubeDB adds an arbiter to`,
    ]);
    expect(fixesBy('kubedb/replicas', text)).toEqual([
      `write ${count + 1}, and give the PlacementPolicy the index ${count}`,
    ]);
  });

  test('is content with counts that KubeDB runs', () => {
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '9' }))).toEqual([]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ topology: '', replicas: '1' }))).toEqual([]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: '2' }, { kind: 'Postgres' }))).toEqual(
      [],
    );
    expect(
      findingsBy(
        'kubedb/replicas',
        databaseManifest({
          topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }',
          replicas: '4',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/replicas', databaseManifest({ replicas: 'many' }))).toEqual([]);
  });

  test('is content with any count while an archive is restored', () => {
    expect(
      findingsBy(
        'kubedb/replicas',
        databaseManifest({
          replicas: '1',
          init: '{ archiver: { recoveryTimestamp: 2026-01-01T00:00:00Z } }',
        }),
      ),
    ).toEqual([]);
  });
});
