import { describe, expect, test } from 'vitest';
import { readTopology } from '../topology/index.js';
import { buildPlan } from './build.js';
import { databasesOf, type StatefulSetDatabasePlan } from './index.js';

function planOf(
  database = '',
  cluster = '{name: fra, distribution: aks}',
  name = 'wiki',
): StatefulSetDatabasePlan {
  const text = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: {name: shop}
clusters:
  - ${cluster}
databases:
  - name: ${name}
    namespace: docs
    provider: statefulset
    engine: mariadb
    placement: [{cluster: fra, replicas: 3}]
    rootPasswordSecret: {name: wiki-root}
    storage: {size: 20Gi}
${database}
`;
  const { file, topology, diagnostics } = readTopology({ name: 'topology.yaml', content: text });
  if (!file || !topology) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const [first] = databasesOf(
    buildPlan(topology, file, () => undefined),
    'statefulset',
  );
  if (!first) throw new Error('no database');
  return first;
}

const fileOf = (plan: StatefulSetDatabasePlan): string => plan.files['dbspan.cnf'] ?? '';

test('names five members for three replicas, in the domain of the cluster', () => {
  expect(planOf().peers).toEqual([
    'wiki-0.wiki-peers.docs.svc.cluster.local',
    'wiki-1.wiki-peers.docs.svc.cluster.local',
    'wiki-2.wiki-peers.docs.svc.cluster.local',
    'wiki-3.wiki-peers.docs.svc.cluster.local',
    'wiki-4.wiki-peers.docs.svc.cluster.local',
  ]);
  const own = planOf(
    '    statefulset: {maxReplicas: 1}',
    '{name: fra, distribution: aks, domain: k8s.example}',
  );
  expect(own.peers).toHaveLength(3);
  expect(own.peers[0]).toBe('wiki-0.wiki-peers.docs.svc.k8s.example');
});

describe('the server file', () => {
  test('says what every member must say alike, once, and leaves names and addresses to the start script', () => {
    const file = fileOf(planOf());
    for (const line of [
      'binlog_format = ROW',
      'innodb_autoinc_lock_mode = 2',
      'skip-name-resolve',
      'wsrep_on = ON',
      'wsrep_sst_method = mariabackup',
      'wsrep_sst_auth = mysql:',
      'sst-syslog = -1',
    ])
      expect(file.split('\n').filter((each) => each === line)).toEqual([line]);
    expect(file.match(/^wsrep_provider_options = .*gcache\.size=1024M;.*;pc\.recovery=no"?$/gm)).toHaveLength(
      1,
    );
    expect(file).not.toMatch(/wsrep_(node|cluster|sst_receive)/);
    expect(file).not.toMatch(/ssl/);
  });

  test('encrypts clients, group and transfers with one secret', () => {
    const file = fileOf(planOf('    tls: {secret: wiki-tls, required: true}'));
    expect(file).toContain('ssl_cert = /etc/mysql/tls/tls.crt');
    expect(file).toContain('require_secure_transport = ON');
    expect(file).toMatch(/pc\.recovery=no;socket\.ssl=yes;socket\.ssl_ca=/);
    expect(file).toMatch(/\[sst\][^[]*encrypt = 4[^[]*tkey = /);
  });

  test('options by hand win, and join the provider’s', () => {
    const file = fileOf(
      planOf('    config: {binlog_format: MIXED, wsrep_provider_options: gcs.fc_limit=99}'),
    );
    expect(file).toContain('binlog_format = MIXED');
    expect(file).not.toContain('binlog_format = ROW');
    expect(file).toMatch(/wsrep_provider_options = .*gcs\.fc_limit=99.*pc\.recovery=no/);
  });

  test('finds Galera’s library where the image has it', () => {
    expect(fileOf(planOf())).toContain('wsrep_provider = /usr/lib/galera/libgalera_smm.so');
    expect(fileOf(planOf('    image: mariadb:11.4.12-ubi9'))).toContain(
      'wsrep_provider = /usr/lib64/galera/libgalera_smm.so',
    );
  });
});

describe('the name of the group', () => {
  test('is that of namespace and database', () => {
    expect(planOf().clusterName).toBe('docs-wiki');
  });

  test('is cut and kept apart where it would be too long', () => {
    const names = ['a', 'b'].map(
      (end) => planOf('', undefined, `a-very-long-name-of-a-database-${end}`).clusterName,
    );
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(32);
  });
});

test('three zones hold one replica each, two as evenly as can be', () => {
  const zones = (list: string) => `{name: fra, distribution: aks, zones: ${list}}`;
  expect(planOf('', zones('["1", "2", "3"]')).zoneSpread).toBe('DoNotSchedule');
  expect(planOf('', zones('["1", "2"]')).zoneSpread).toBe('ScheduleAnyway');
  expect(planOf('    survive: zone\n', zones('["1", "2"]')).zoneSpread).toBe('DoNotSchedule');
  expect(planOf().zoneSpread).toBeUndefined();
});
