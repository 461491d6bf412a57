import { expect, test } from 'vitest';
import { Findings, locationOf, sortDiagnostics } from '../../diagnostics/index.js';
import { buildPlan } from '../../plan/index.js';
import type { ServerProvider } from '../../server-options/index.js';
import { readTopology } from '../../topology/index.js';
import { rulesOf } from '../catalogue.js';
import { withOptions } from './config.testing.js';

/** Findings about the options of a topology's MariaDB as if another provider ran it; the first option stands at 33:7. */
function found(provider: ServerProvider, ...options: readonly string[]): string[] {
  const { file, topology } = readTopology({ name: 't', content: withOptions(...options) });
  if (!file || !topology) throw new Error('no topology');
  const plan = buildPlan(topology, file, () => undefined);
  const databases = plan.databases.map((each) => ({ ...each, source: { ...each.source, provider } }));
  const findings = new Findings();
  for (const rule of rulesOf('plan')) {
    if (rule.id.startsWith('config/')) rule.run('plan', { ...plan, databases }, findings);
  }
  return sortDiagnostics([...findings.list()]).map(
    (each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message} -> ${each.fix}`,
  );
}

const owned = 'config/operator-owned';

test("what dbspan writes for a StatefulSet is dbspan's to set", () => {
  expect(
    found(
      'statefulset',
      'wsrep_cluster_name: orders',
      'binlog_format: MIXED',
      'pid_file: /tmp/a.pid',
      'tmpdir: /data/tmp',
    ),
  ).toEqual([
    `error ${owned} 33:7 wsrep_cluster_name is dbspan's to set -> remove it; dbspan writes it for every replica`,
    `error ${owned} 34:22 binlog_format is MIXED, where the cluster needs ROW -> remove it; dbspan's own value is the one that works`,
    `error ${owned} 35:7 pid_file is dbspan's to set -> remove it; dbspan writes it for every replica`,
    `error ${owned} 36:15 tmpdir is /data/tmp, where a container that cannot write elsewhere needs a place on the volume -> remove it`,
  ]);
});

test('the keys of its library', () => {
  const string =
    'wsrep_provider_options: "gcache.name=/tmp/x;gmcast.segment=1;pc.recovery=no;gcache.size=1G"';
  expect(found('statefulset', string)).toEqual([
    `error ${owned} 33:32 gcache.name is dbspan's to set -> remove it; the start script and full copies rely on what dbspan writes`,
    'warning config/galera-values 33:51 gmcast.segment is 1 on every replica -> remove it: all replicas have one configuration, so segments cannot differ by zone',
    `error ${owned} 33:68 pc.recovery is dbspan's to set -> remove it; the start script and full copies rely on what dbspan writes`,
  ]);
});

test('in a topology the string of mariadb-operator may be given: dbspan takes it apart', () => {
  expect(found('mariadb-operator', 'wsrep_provider_options: "gcache.size=1G;gcs.fc_limit=64"')).toEqual([]);
  expect(found('mariadb-operator', 'wsrep_provider_options: "ist.recv_addr=10.0.0.1"')).toEqual([
    `error ${owned} 33:32 ist.recv_addr is mariadb-operator's to set -> remove it; each replica is given its own address`,
  ]);
});

test.each(['statefulset', 'mariadb-operator'] as const)(
  'no finding about %s speaks of KubeDB',
  (provider) => {
    const every = [
      'wsrep_cluster_address: "gcomm://"',
      'wsrep_sst_method: rsync',
      'wsrep_node_name: a',
      'wsrep_new_cluster: true',
      'binlog_format: MIXED',
      'bind-address: 127.0.0.1',
      'port: 3307',
      'datadir: /data',
      'socket: /tmp/a.sock',
      'require_secure_transport: true',
      'max_conections: 4',
      'innodb_defragment: false',
      'max_connections: 4',
      'skip_grant_tables: true',
      'log_bin: binlog',
      'slow_query_log: "yes"',
      'wsrep_provider_options: "gmcast.segment=1;pc.weight=2;ist.recv_addr=a;pc.ignore_sb=yes;gcs.fc_limit=0;evs.x=1"',
    ];
    const findings = found(provider, ...every);
    expect(findings.length).toBeGreaterThan(18);
    expect(findings.filter((each) => /kubedb/i.test(each))).toEqual([]);
  },
);
