import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** Replicas that are to be made anew after an error have a backup to be made from. */
export const replicaBootstrap = defineRule({
  id: 'mariadb-operator/replica-bootstrap',
  severity: 'error',
  why: "the operator's webhook refuses a recovery of replicas that has nothing to copy from",
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_replication_types.go',
  messages: {
    recovery: (p: { database: string }) =>
      `${p.database} recovers its replicas, and has no backup to make them from`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, replication } of serversOf(manifests)) {
      const replica = spec.at('replication', 'replica');
      const enabled = replica.at('recovery', 'enabled');
      if (!replication || enabled.flag !== true || replica.at('bootstrapFrom').given) continue;
      report('recovery', { database: name })
        .at(enabled.span)
        .fix('name a PhysicalBackup as replication.replica.bootstrapFrom.physicalBackupTemplateRef');
    }
  },
});
