import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A replicated database knows what a replica more is copied from. */
export const scaleOut = defineRule({
  id: 'mariadb-operator/scale-out',
  severity: 'info',
  why: 'a replica that is added later is made from a backup; without one the operator stops with the condition ScaleOutError and tries again every 30 s',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_replication_types.go',
  messages: {
    none: (p: { database: string }) =>
      `${p.database} names no backup from which a replica more could be made`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, replication, replicas, galera } of serversOf(manifests)) {
      const replica = spec.at('replication', 'replica');
      if (!replication || galera || replicas < 2 || replica.at('bootstrapFrom').given) continue;
      if (replica.at('recovery', 'enabled').flag === true) continue;
      report('none', { database: name })
        .at(spec.at('replication').keySpan)
        .fix('name a PhysicalBackup as replication.replica.bootstrapFrom.physicalBackupTemplateRef');
    }
  },
});
