import { describe, expect, test } from 'vitest';
import { readTopology } from '../topology/index.js';
import { buildPlan } from './build.js';
import { databasesOf, type MariadbOperatorDatabasePlan } from './index.js';

function planOf(
  clusters: string,
  database: string,
  storage = '{size: 20Gi}',
): { readonly all: MariadbOperatorDatabasePlan[]; readonly first: MariadbOperatorDatabasePlan } {
  const text = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: {name: shop}
clusters:
${clusters}
databases:
  - name: orders
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    storage: ${storage}
${database}
`;
  const { file, topology, diagnostics } = readTopology({ name: 'topology.yaml', content: text });
  if (!file || !topology) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const all = databasesOf(
    buildPlan(topology, file, () => undefined),
    'mariadb-operator',
  );
  const [first] = all;
  if (!first) throw new Error('no database');
  return { all, first };
}

const fra = '  - {name: fra, distribution: k3s}';
const three = '    placement: [{cluster: fra, replicas: 3}]';

describe('a standalone server', () => {
  const { first } = planOf(fra, '    placement: [{cluster: fra, replicas: 1}]');

  test('has no Galera, and a secret that the operator makes', () => {
    expect(first).toMatchObject({
      name: 'orders',
      image: 'mariadb:11.8.8',
      version: '11.8.8',
      replication: 'none',
      galera: undefined,
      antiAffinity: false,
      rootPassword: { name: 'orders-root', key: 'password', generate: true },
      multiCluster: undefined,
    });
  });

  test('its file is of the section mariadb', () => {
    expect(first.configuration).toMatch(/^\[mariadb\]\n/);
  });
});

describe('a Galera cluster', () => {
  const { first } = planOf(fra, three);

  test('gives the provider its options as a map, and leaves them out of the file', () => {
    expect(first.galera?.providerOptions).toMatchObject({ 'gcache.size': '1024M', 'gcache.recover': 'yes' });
    expect(Object.keys(first.galera?.providerOptions ?? {})).toEqual(
      Object.keys(first.galera?.providerOptions ?? {}).toSorted(),
    );
    expect(first.configuration).not.toMatch(/wsrep_provider_options|wsrep_slave_threads/);
    expect(first.galera?.replicaThreads).toBeGreaterThan(0);
  });

  test('keeps replicas on nodes of their own', () => {
    expect(first.antiAffinity).toBe(true);
  });

  test('waits for a full copy wherever the operator could start it over', () => {
    const small = planOf(fra, `${three}\n    sizing: {data: 1Gi}`).first.galera?.timeouts;
    expect(small).toEqual({ podSync: '5m', podRecovery: '5m', clusterBootstrap: '15m' });
    const large = planOf(fra, `${three}\n    sizing: {data: 10Gi}`).first;
    expect(large.galera?.timeouts).toEqual({ podSync: '7m', podRecovery: '7m', clusterBootstrap: '21m' });
    expect(large.probes.startup).toEqual({ periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 40 });
  });

  test('options by hand join those that are sized', () => {
    const said = planOf(fra, `${three}\n    config: {wsrep_provider_options: gcs.fc_limit=99}`).first;
    expect(said.galera?.providerOptions).toMatchObject({ 'gcs.fc_limit': '99', 'gcache.recover': 'yes' });
  });

  test('a donor that is blocked serves nobody', () => {
    expect(first.galera?.availableWhenDonor).toBe(true);
    expect(planOf(fra, `${three}\n    mariadbOperator: {sst: rsync}`).first.galera?.availableWhenDonor).toBe(
      false,
    );
  });
});

test('wear saving writes its two options, and what is set by hand stands', () => {
  const one = '    placement: [{cluster: fra, replicas: 1}]';
  const wear = '{size: 20Gi, wearSaving: true}';
  expect(planOf(fra, one).first.configuration).not.toMatch(/skip-log-bin|flush_log_at_trx_commit/);
  const saving = planOf(fra, one, wear).first.configuration;
  expect(saving).toMatch(/^skip-log-bin$/m);
  expect(saving).toMatch(/^innodb_flush_log_at_trx_commit = 2$/m);
  const said = planOf(fra, `${one}\n    config: {innodb_flush_log_at_trx_commit: 1}`, wear).first;
  expect(said.configuration).toMatch(/^innodb_flush_log_at_trx_commit = 1$/m);
  expect(said.configuration).not.toMatch(/commit = 2/);
});

test('the version of an image that is said decides the sizes', () => {
  const { first } = planOf(fra, `${three}\n    image: registry:5000/mariadb:10.11.18-ubi`);
  expect(first.version).toBe('10.11.18');
  expect(first.galera?.libraryPath).toBe('/usr/lib64/galera/libgalera_smm.so');
  expect(planOf(fra, `${three}\n    version: "11.4.12"`).first.image).toBe('mariadb:11.4.12');
});

test('a fleet has a database on each of its clusters', () => {
  const { all } = planOf(
    '  - {name: store, fleet: "store-{01..03}", distribution: k3s, storageClass: local-path}',
    '    placement: [{cluster: store, replicas: 1}]',
  );
  expect(all.map(({ name, home, placements }) => [name, home.name, placements[0]?.storageClass])).toEqual([
    ['orders', 'store-01', 'local-path'],
    ['orders', 'store-02', 'local-path'],
    ['orders', 'store-03', 'local-path'],
  ]);
  expect(all[2]?.home).toMatchObject({ fleet: 'store', context: 'store-03', domain: 'cluster.local' });
});

test('several clusters are members with names, ranges of ids and a primary', () => {
  const { all } = planOf(
    `${fra}\n  - {name: ams, distribution: k3s}`,
    `    placement: [{cluster: fra, replicas: 3}, {cluster: ams, replicas: 3}]
    rootPasswordSecret: {name: orders-root}
    mariadbOperator:
      multiCluster:
        primary: ams
        replicationPasswordSecret: {name: orders-replication}
        members: [{cluster: fra, host: orders.fra.example.com}, {cluster: ams, host: 10.0.0.7, port: 3307}]`,
  );
  expect(all.map(({ name, multiCluster }) => [name, multiCluster?.isPrimary, multiCluster?.primary])).toEqual(
    [
      ['orders-fra', false, 'orders-ams'],
      ['orders-ams', true, 'orders-ams'],
    ],
  );
  expect(all[1]?.multiCluster?.members).toEqual([
    {
      name: 'orders-fra',
      cluster: 'fra',
      host: 'orders.fra.example.com',
      port: 3306,
      gtidDomainId: 0,
      serverId: 10,
    },
    { name: 'orders-ams', cluster: 'ams', host: '10.0.0.7', port: 3307, gtidDomainId: 10, serverId: 20 },
  ]);
  expect(all[1]?.tls.names).toEqual(['10.0.0.7']);
});

test('accounts share what the server admits, but for what others need', () => {
  const { first } = planOf(
    fra,
    `${three}
    sizing: {maxConnections: 60}
    resources: {memory: 4Gi}
    mariadbOperator:
      users: [{name: Shop_app, passwordSecret: {name: app}}, {name: report, maxConnections: 5, passwordSecret: {name: app}}]`,
  );
  expect(first.users.map(({ objectName, maxConnections }) => [objectName, maxConnections])).toEqual([
    ['orders-shop-app', 55],
    ['orders-report', 5],
  ]);
});
