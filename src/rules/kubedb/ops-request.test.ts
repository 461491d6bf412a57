import { describe, expect, test } from 'vitest';
import { distributedMariadb, foundIn, localPostgres, request } from './requests.testing.js';

const id = 'kubedb/ops-request';

test.each([
  [request('MariaDB', 'Grow'), '6:9 MariaDB has no request of type Grow'],
  [request('MariaDB', 'ForceFailOver'), '6:9 MariaDB has no request of type ForceFailOver'],
  [
    request('MariaDB', 'HorizontalScaling'),
    '6:9 a request of type HorizontalScaling has no horizontalScaling',
  ],
  [
    request('MariaDB', 'HorizontalScaling', 'horizontalScaling: { member: 2 }'),
    '7:32 a Galera cluster of KubeDB scales to 3 to 9 members, not 2',
  ],
  [
    request('MariaDB', 'HorizontalScaling', 'horizontalScaling: { replicas: 5 }'),
    '7:3 a Galera cluster of KubeDB scales to 3 to 9 members, not nothing',
  ],
  [
    request('Postgres', 'HorizontalScaling', 'horizontalScaling: { replicas: 0 }'),
    '7:34 a Postgres cannot be scaled to 0 replicas',
  ],
  [
    request('Postgres', 'HorizontalScaling', 'horizontalScaling: { replicas: 3, readReplicas: [] }'),
    '7:37 replicas and readReplicas cannot be scaled in one request',
  ],
  [
    request('MariaDB', 'Restart', 'verticalScaling: {}'),
    '7:3 a request of type Restart passes over verticalScaling',
  ],
  [
    request('MariaDB', 'VolumeExpansion', 'volumeExpansion: { mariadb: 30Gi }'),
    '7:3 the mode of VolumeExpansion is missing, not Online or Offline',
  ],
  [
    request('MariaDB', 'VerticalScaling', 'verticalScaling: { mode: Live, mariadb: {} }'),
    '7:28 the mode of VerticalScaling is Live, not Restart or InPlace',
  ],
  [
    request('MariaDB', 'Reconfigure', 'configuration: { restart: "auto" }'),
    '7:3 a request of type Reconfigure changes nothing',
  ],
  [
    request('Postgres', 'Reconfigure', 'configuration: { removeCustomConfig: true, restart: "false" }'),
    '7:55 removeCustomConfig needs a restart, which restart "false" forbids',
  ],
  [request('MariaDB', 'StorageMigration'), '4:1 a request of type StorageMigration has no timeout'],
])('a request by itself (%#)', (text, finding) => {
  expect(foundIn(id, text)).toEqual([`error ${id} ${finding}`]);
});

test('what is missing altogether', () => {
  const text = `apiVersion: ops.kubedb.com/v1alpha1
kind: PostgresOpsRequest
metadata: { name: change-1, namespace: shop }
spec: { apply: IfReady }
`;
  expect(foundIn(id, text)).toEqual([
    `error ${id} 4:1 the request change-1 has no type`,
    `error ${id} 4:1 the request change-1 names no database`,
  ]);
});

test.each([
  request('MariaDB', 'HorizontalScaling', 'horizontalScaling: { member: 5 }'),
  request('Postgres', 'HorizontalScaling', 'horizontalScaling: { replicas: 2 }'),
  request('Postgres', 'ForceFailOver'),
  request('MariaDB', 'Restart'),
  request('MariaDB', 'RotateAuth'),
  request('MariaDB', 'VolumeExpansion', 'volumeExpansion: { mode: Online, mariadb: 30Gi }'),
  request('MariaDB', 'VerticalScaling', 'verticalScaling: { mariadb: {} }'),
  request('Postgres', 'Reconfigure', 'configuration: { tuning: {} }'),
  request('MariaDB', 'Reconfigure', 'configuration: { removeCustomConfig: true, restart: "false" }'),
  request('MariaDB', 'StorageMigration', 'timeout: 30m'),
])('is content (%#)', (text) => {
  expect(foundIn(id, text)).toEqual([]);
});

describe('beside its database', () => {
  test('more replicas than the policy places', () => {
    const text =
      distributedMariadb + request('MariaDB', 'HorizontalScaling', 'horizontalScaling: { member: 5 }');
    expect(foundIn(id, text)).toEqual([
      `error ${id} 32:32 5 replicas are asked for, and the policy shop-orders places 3`,
    ]);
    expect(foundIn(id, text.replace('[0, 2]', '[0, 2, 3, 4]'))).toEqual([]);
  });

  test('members of a server alone', () => {
    const text =
      distributedMariadb + request('MariaDB', 'HorizontalScaling', 'horizontalScaling: { member: 3 }');
    expect(foundIn(id, text.replace('replicas: 3', 'replicas: 1'))).toEqual([
      `error ${id} 32:32 orders is a single server, which cannot be scaled to members`,
    ]);
  });

  test('a volume that would shrink', () => {
    const text = (size: string): string =>
      localPostgres +
      request('Postgres', 'VolumeExpansion', `volumeExpansion: { mode: Offline, postgres: ${size} }`);
    expect(foundIn(id, text('10Gi'))).toEqual([
      `error ${id} 15:47 the volumes of ledger cannot shrink from 20Gi to 10Gi`,
    ]);
    expect(foundIn(id, text('30Gi'))).toEqual([]);
  });

  test('in another namespace', () => {
    const text = localPostgres + request('Postgres', 'Restart').replace('namespace: shop', 'namespace: ops');
    expect(foundIn(id, text)).toEqual([
      `error ${id} 11:40 the request change-1 is not in shop, where ledger is`,
    ]);
  });
});
