import { defineRule } from '../rule.js';
import { membersOf } from './multi-clusters.js';
import { keyOf, objectsOf, referenceKey } from './operator-objects.js';

/** Members that follow another start from a physical backup, and backups are taken from the primary member. */
export const multiClusterReplica = defineRule({
  id: 'mariadb-operator/multi-cluster-replica',
  severity: 'warning',
  why: 'only a physical backup of the primary tells from which transaction on to follow it; a cluster that starts from anything else misses what came before, or runs twice into the same rows',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md',
  messages: {
    logical: (p: { database: string; primary: string }) =>
      `${p.database} follows ${p.primary}, and starts from a logical backup`,
    backup: (p: { backup: string; database: string; primary: string }) =>
      `${p.backup} backs up ${p.database}, which follows ${p.primary}`,
  },
  checkManifests(manifests, report) {
    const replicas = membersOf(manifests).filter(({ name, primary }) => primary && primary !== name);
    const byName = new Map(replicas.map((each) => [keyOf(each.namespace, each.name), each]));
    for (const { name, spec, primary = '' } of replicas) {
      const from = spec.at('bootstrapFrom');
      const reference = from.at('backupRef');
      const content = from.at('backupContentType');
      const physical =
        content.text === 'Physical' ||
        reference.at('kind').text === 'PhysicalBackup' ||
        from.at('volumeSnapshotRef').given ||
        from.at('pointInTimeRecoveryRef').given;
      if (!from.given || physical) continue;
      report('logical', { database: name, primary })
        .at(content.given ? content.span : from.keySpan)
        .fix('start from a PhysicalBackup of the primary: backupContentType: Physical');
    }
    for (const backup of objectsOf(manifests, 'PhysicalBackup')) {
      const reference = backup.root.at('spec', 'mariaDbRef');
      const member = byName.get(referenceKey(backup, reference) ?? '');
      if (!member || reference.at('kind').text === 'ExternalMariaDB') continue;
      const primary = member.primary ?? '';
      report('backup', { backup: backup.name, database: member.name, primary })
        .at(reference.at('name').span)
        .related(member.spec.at('multiCluster', 'primary').span, 'the primary')
        .fix('back up the primary; move the backup when another becomes it');
    }
  },
});
