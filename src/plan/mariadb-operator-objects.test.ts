import { describe, expect, test } from 'vitest';
import { readTopology } from '../topology/index.js';
import { buildPlan } from './build.js';
import { goDuration } from './go-duration.js';
import { databasesOf, type MariadbOperatorDatabasePlan } from './index.js';
import { objectPart } from './mariadb-operator-objects.js';

function databases(clusters: string, database: string): MariadbOperatorDatabasePlan[] {
  const content = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: {name: shop}
clusters:
${clusters}
databases:
  - name: orders
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    storage: {size: 20Gi}
${database}
`;
  const { file, topology, diagnostics } = readTopology({ name: 'topology.yaml', content });
  if (!file || !topology) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return databasesOf(
    buildPlan(topology, file, () => undefined),
    'mariadb-operator',
  );
}

const fra = '  - {name: fra, distribution: kubeadm}';
const one = '    placement: [{cluster: fra, replicas: 1}]';
const keys = 'accessKeyId: {name: keys, key: id}, secretAccessKey: {name: keys, key: secret}';

function alone(operator: string): MariadbOperatorDatabasePlan | undefined {
  return databases(fra, `${one}\n    mariadbOperator:\n${operator}`)[0];
}

describe('names of objects', () => {
  test('of what SQL names otherwise', () => {
    expect(['shop', 'Shop_App', '10.20.%', 'a__b', '_'].map(objectPart)).toEqual([
      'shop',
      'shop-app',
      '10-20',
      'a-b',
      'd2e2adf7',
    ]);
  });

  test('an account with a host has it in its name, a grant has where it holds', () => {
    const users = alone(`      users:
        - {name: app, passwordSecret: {name: app}}
        - {name: app, host: 10.20.%, passwordSecret: {name: app}, grants: [{database: shop, table: t, privileges: [SELECT]}, {database: "*", privileges: [PROCESS]}]}`)?.users;
    expect(users?.map(({ objectName, host }) => [objectName, host])).toEqual([
      ['orders-app', '%'],
      ['orders-app-10-20', '10.20.%'],
    ]);
    expect(users?.[1]?.grants.map(({ objectName }) => objectName)).toEqual([
      'orders-app-10-20-shop-t',
      'orders-app-10-20-all',
    ]);
  });
});

test('a connection is to the first database that is granted by its name', () => {
  const users = alone(`      users:
        - {name: a, passwordSecret: {name: a}, connectionSecret: a-c, grants: [{database: "*", privileges: [SELECT]}, {database: 'shop\\_eu', privileges: [SELECT]}]}
        - {name: b, passwordSecret: {name: b}, connectionSecret: b-c}
        - {name: c, passwordSecret: {name: c}}`)?.users;
  expect(users?.map(({ connection }) => connection)).toEqual([
    { secret: 'a-c', database: 'shop_eu' },
    { secret: 'b-c', database: undefined },
    undefined,
  ]);
});

test('the exporter takes three connections of what accounts may have', () => {
  const most = (operator: string) => alone(operator)?.users[0]?.maxConnections;
  const user = '      users: [{name: a, passwordSecret: {name: a}}]';
  const measured = most(`${user}\n      metrics: {}`);
  expect(most(user)).toBe((measured ?? 0) + 3);
  expect(most(`${user}\n      metrics: {enabled: false}`)).toBe((measured ?? 0) + 3);
});

describe('backups', () => {
  const s3 = `s3: {bucket: backups, endpoint: s3.example.com, ${keys}}`;

  test('have folders of their own, and each cluster of a fleet one below', () => {
    const operator = `    mariadbOperator: {backups: [{name: a, schedule: "0 1 * * *", ${s3}}, {name: b, schedule: "0 2 * * *", s3: {bucket: backups, prefix: mine, endpoint: s3.example.com, ${keys}}}]}`;
    const [single] = databases(fra, `${one}\n${operator}`);
    expect(single?.backups.map(({ bucket }) => bucket?.prefix)).toEqual(['shop/orders/a', 'mine']);
    const fleet = databases(
      '  - {name: store, fleet: "s{1..2}", distribution: k3s}',
      `    placement: [{cluster: store, replicas: 1}]\n${operator}`,
    );
    expect(fleet.flatMap(({ backups }) => backups.map(({ bucket }) => bucket?.prefix))).toEqual([
      'shop/orders/a/s1',
      'mine/s1',
      'shop/orders/a/s2',
      'mine/s2',
    ]);
  });

  test('are kept for 30 days, physical, and on the class of the database', () => {
    const backup = alone('      backups: [{name: a, schedule: "0 1 * * *", volume: {size: 1024Mi}}]')
      ?.backups[0];
    expect(backup).toMatchObject({
      objectName: 'orders-a',
      kind: 'physical',
      retention: '720h',
      volume: { size: '1Gi', storageClass: undefined },
    });
  });
});

describe('between clusters', () => {
  const all = databases(
    `${fra}\n  - {name: ams, distribution: kubeadm}`,
    `    placement: [{cluster: fra, replicas: 3}, {cluster: ams, replicas: 3}]
    replication: primary-replica
    mariadbOperator:
      multiCluster:
        primary: ams
        replicationPasswordSecret: {name: r}
        members: [{cluster: fra, host: f.example.com}, {cluster: ams, host: a.example.com}]
      users: [{name: app, passwordSecret: {name: app}}]
      databases: [{name: shop}]
      backups: [{name: hourly, schedule: "0 * * * *", s3: {bucket: backups, endpoint: s3.example.com, ${keys}}}]`,
  );

  test('only the primary has accounts, databases and backups, and nothing goes when they do', () => {
    expect(all.map(({ users, schemas, backups }) => [users.length, schemas.length, backups.length])).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(all[1]?.users[0]?.cleanup).toBe('Skip');
  });

  test('all but the first member begin with the backups, in one folder, whoever is the primary', () => {
    expect(all.map(({ bootstrap }) => bootstrap?.prefix)).toEqual([undefined, 'shop/orders/hourly']);
    expect(all[1]?.backups[0]?.bucket?.prefix).toBe('shop/orders/hourly');
  });

  test('replicas follow without waiting, with a password that all clusters share', () => {
    expect(all[0]?.asynchronous).toEqual({
      password: { name: 'r', key: 'password', generate: false },
      semiSync: false,
      newReplicasFrom: undefined,
    });
    expect(all[1]?.asynchronous?.newReplicasFrom).toBe('orders-ams-hourly');
  });
});

test.each([
  ['local-path', 'k3s', false],
  ['local-path', 'kubeadm', false],
  ['longhorn', 'k3s', true],
  [undefined, 'k3s', false],
  [undefined, 'eks', true],
])('volumes of the class %s on %s grow: %s', (storageClass, distribution, grow) => {
  const named = storageClass === undefined ? '' : `, storageClass: ${storageClass}`;
  const [database] = databases(`  - {name: fra, distribution: ${distribution}${named}}`, one);
  expect(database?.volumesGrow).toBe(grow);
});

test('a server alone is replaced although it is not ready', () => {
  expect(databases(fra, one)[0]?.updates).toBe('RollingUpdate');
  const three = '    placement: [{cluster: fra, replicas: 3}]';
  expect(databases(fra, three)[0]?.updates).toBe('ReplicasFirstPrimaryLast');
});

test('full copies are encrypted where they can be', () => {
  const transfers = (rest: string) => databases(fra, `${one}\n${rest}`)[0]?.tls.stateTransfers;
  expect(transfers('')).toBe(true);
  expect(transfers('    mariadbOperator: {sst: rsync}')).toBe(false);
  expect(transfers('    tls: {enabled: false}')).toBe(false);
});

test('a page of the write-set cache is no larger than the cache', () => {
  const options = (size: string) =>
    databases(
      fra,
      `    placement: [{cluster: fra, replicas: 3}]\n    resources: {memory: 1Gi}\n    sizing: {mode: target, gcache: ${size}}`,
    )[0]?.galera?.providerOptions;
  expect(options('64Mi')).toEqual({ 'gcache.page_size': '64M', 'gcache.size': '64M' });
  expect(options('256Mi')).toEqual({ 'gcache.size': '256M' });
});

test('durations as Go writes them', () => {
  expect([0, 1, 59.2, 90, 3600, 5400, 2_592_000].map(goDuration)).toEqual([
    '1s',
    '1s',
    '1m',
    '90s',
    '1h',
    '90m',
    '720h',
  ]);
});
