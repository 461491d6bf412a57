import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/idle-setting', () => {
  test('reports what a single replica and Galera have no use for', () => {
    expect(
      findingsBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '', replicas: '1', wsrepSSTMethod: 'mariabackup' }),
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
        databaseManifest({ topology: '', replicas: '1', wsrepSSTMethod: 'mariabackup' }),
      ),
    ).toEqual(['remove it']);
  });

  test('is content with what is of use', () => {
    expect(findingsBy('kubedb/idle-setting', databaseManifest({ wsrepSSTMethod: 'rsync' }))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '', replicas: '1', wsrepSSTMethod: 'rsync' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/idle-setting',
        databaseManifest({ topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }' }),
      ),
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
