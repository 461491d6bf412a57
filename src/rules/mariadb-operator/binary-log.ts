import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { serverOptions } from './configuration.js';
import { entriesOf } from './entries.js';
import { isOn, serversOf } from './operator-objects.js';

/** A database that others follow writes the log that they follow. */
export const binaryLog = defineRule({
  id: 'mariadb-operator/binary-log',
  severity: 'error',
  why: 'replication reads the binary log, and the file of the user wins over that of the operator: without one no replica and no other cluster gets a single change, and a failover finds an empty or an old database',
  source:
    'mariadb-operator/mariadb-operator docs/multi-cluster.md, pkg/controller/replication/config.go, pkg/galera/config/config.go',
  messages: {
    off: (p: { database: string; field: string; followers: 'replicas' | 'clusters' }) =>
      `${p.field} switches off the binary log of ${p.database}, which its ${p.followers === 'replicas' ? 'replicas' : 'other clusters'} follow`,
  },
  checkPlan(plan, report) {
    for (const database of entriesOf(plan)) {
      const followers = followersOf(database);
      if (!followers) continue;
      const { source } = database;
      const { storage, config = {} } = source;
      const option = Object.keys(config).find((each) => switchesOff(each, config[each]));
      const span = storage.wearSaving
        ? keySpan(storage, 'wearSaving')
        : option === undefined
          ? undefined
          : keySpan(config, option);
      if (!span) continue;
      report('off', {
        database: source.name,
        field: storage.wearSaving ? 'storage.wearSaving' : `${option}`,
        followers,
      })
        .at(span)
        .fix('remove it');
    }
  },
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      const { name, spec, replication } = server;
      if (!replication && !isOn(spec.at('multiCluster'))) continue;
      for (const option of serverOptions(server)) {
        if (!/^(?:loose[-_])?(?:skip|disable)[-_]log[-_]bin$/i.test(option.name)) continue;
        report('off', {
          database: name,
          field: option.name,
          followers: replication ? 'replicas' : 'clusters',
        })
          .at(option.nameSpan)
          .related(
            spec.at(replication ? 'replication' : 'multiCluster').keySpan,
            replication ? 'replication' : 'the other clusters',
          )
          .fix('remove the line');
      }
    }
  },
});

function followersOf({ multiCluster, replication }: MariadbOperatorDatabasePlan) {
  if (multiCluster) return 'clusters';
  return replication === 'primary-replica' ? 'replicas' : undefined;
}

/** `skip-log-bin`, whatever it is set to but no, and `log-bin` set to no. */
function switchesOff(name: string, value: string | number | boolean | undefined): boolean {
  const key = name.toLowerCase().replaceAll('_', '-');
  const off = /^(?:off|0|false)$/i.test(String(value));
  return key === 'log-bin' ? off : (key === 'skip-log-bin' || key === 'disable-log-bin') && !off;
}
