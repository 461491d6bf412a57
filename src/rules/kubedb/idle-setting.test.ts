import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';
import {
  databaseManifest,
  findingsBy,
  fixesBy,
  placedBy,
  policyManifest,
  together,
} from './objects.testing.js';

describe('kubedb/idle-setting', () => {
  test('reports what a single replica and Galera have no use for', () => {
    expect(
      findingsBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '', replicas: '1', wsrepSSTMethod: 'rsync' }),
      ),
    ).toEqual([
      'warning kubedb/idle-setting 12:3 wsrepSSTMethod does nothing for orders, which has a single replica',
    ]);
    expect(
      findingsBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '{ mode: GaleraCluster, maxscale: { replicas: 1 } }' }),
      ),
    ).toEqual([
      'warning kubedb/idle-setting 9:36 orders has maxscale, which only a MariaDBReplication makes use of',
    ]);
    expect(
      fixesBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '', replicas: '1', wsrepSSTMethod: 'rsync' }),
      ),
    ).toEqual(['remove it']);
  });

  test('reports clusters of a database that is not distributed', () => {
    expect(
      findingsBy(
        'kubedb/idle-setting',
        together(databaseManifest({ ...placedBy('orders'), distributed: 'false' }), policyManifest('orders')),
      ),
    ).toEqual([
      'warning kubedb/idle-setting 14:54 orders is not distributed, so the clusters of its PlacementPolicy orders mean nothing',
    ]);
    expect(
      fixesBy(
        'kubedb/idle-setting',
        together(databaseManifest({ ...placedBy('orders'), distributed: 'false' }), policyManifest('orders')),
      ),
    ).toEqual([
      'write distributed: true if the replicas belong to these clusters; it must not change once they run',
    ]);
  });

  test('is content with what is of use', () => {
    expect(
      findingsBy(
        'kubedb/idle-setting',
        together(
          databaseManifest({ ...placedBy('orders'), wsrepSSTMethod: 'rsync' }),
          policyManifest('orders'),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/idle-setting', databaseManifest({ ...placedBy('other'), distributed: '' })),
    ).toEqual([]);
  });
});

describe('kubedb/idle-setting in a topology', () => {
  const alone = change(
    change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 1',
  );

  test('reports a state transfer of a single replica', () => {
    expect(findingsOf(`${alone}    kubedb: { wsrepSSTMethod: rsync }\n`)).toEqual([
      'warning kubedb/idle-setting 27:15 wsrepSSTMethod does nothing for orders, which has a single replica',
    ]);
  });

  test('is content with that of a cluster', () => {
    expect(findingsOf(`${goodTopology}    kubedb: { wsrepSSTMethod: rsync }\n`)).toEqual([]);
  });
});
