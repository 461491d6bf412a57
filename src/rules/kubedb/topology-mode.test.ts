import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, placedBy } from './objects.testing.js';

describe('kubedb/topology-mode', () => {
  test('reports a topology without a mode', () => {
    expect(findingsBy('kubedb/topology-mode', databaseManifest({ topology: '{}' }))).toEqual([
      'error kubedb/topology-mode 9:3 the topology of orders has no mode',
    ]);
    expect(fixesBy('kubedb/topology-mode', databaseManifest({ topology: '{}' }))).toEqual([
      'write mode: GaleraCluster under it',
    ]);
  });

  test('reports a replication without MaxScale', () => {
    expect(
      findingsBy('kubedb/topology-mode', databaseManifest({ topology: '{ mode: MariaDBReplication }' })),
    ).toEqual(['error kubedb/topology-mode 9:21 orders is a MariaDBReplication without maxscale']);
    expect(
      findingsBy(
        'kubedb/topology-mode',
        databaseManifest({ topology: '{ mode: MariaDBReplication, maxscale: { enableUI: true } }' }),
      ),
    ).toEqual(['error kubedb/topology-mode 9:41 the maxscale of orders has no replicas']);
    expect(
      fixesBy('kubedb/topology-mode', databaseManifest({ topology: '{ mode: MariaDBReplication }' })),
    ).toEqual(['add maxscale with replicas and storage, or write GaleraCluster']);
  });

  test('reports a replication over clusters', () => {
    expect(
      findingsBy(
        'kubedb/topology-mode',
        databaseManifest({
          ...placedBy('orders'),
          topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }',
        }),
      ),
    ).toEqual([
      'error kubedb/topology-mode 9:21 orders is distributed as a MariaDBReplication, which KubeDB spreads over no clusters',
    ]);
    expect(
      fixesBy(
        'kubedb/topology-mode',
        databaseManifest({
          ...placedBy('orders'),
          topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }',
        }),
      ),
    ).toEqual(['write GaleraCluster, and remove maxscale']);
  });

  test('is content with a mode, without a topology, and leaves the count to kubedb/replicas', () => {
    expect(findingsBy('kubedb/topology-mode', databaseManifest(placedBy('orders')))).toEqual([]);
    expect(findingsBy('kubedb/topology-mode', databaseManifest({ topology: '' }))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/topology-mode',
        databaseManifest({ topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }' }),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/topology-mode', databaseManifest({ topology: '{}', replicas: '1' }))).toEqual(
      [],
    );
  });
});
