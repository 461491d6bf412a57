import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { objectsOf, referenceKey, serversByName, serversOf } from './operator-objects.js';

/** A database with scheduled physical backups does not keep an update pending. */
export const backupsSkipped = defineRule({
  id: 'mariadb-operator/backups-skipped',
  severity: 'warning',
  why: 'the operator takes no physical backup while an update is pending, and the only trace is a line in its log',
  source: 'mariadb-operator/mariadb-operator internal/controller/physicalbackup_controller.go',
  messages: {
    pending: (p: { backup: string; database: string; how: string }) =>
      `${p.backup} is skipped while an update of ${p.database} is pending, and ${p.how} leaves updates pending`,
    suspended: (p: { backup: string; database: string }) =>
      `${p.backup} is skipped as long as ${p.database} is suspended`,
  },
  checkManifests(manifests, report) {
    const servers = serversByName(serversOf(manifests));
    for (const backup of objectsOf(manifests, 'PhysicalBackup')) {
      const schedule = backup.root.at('spec', 'schedule');
      const server = servers.get(referenceKey(backup, backup.root.at('spec', 'mariaDbRef')) ?? '');
      if (!server || !schedule.given || schedule.at('suspend').flag === true) continue;
      const { name, spec } = server;
      const pending = pendingBy(spec.at('updateStrategy'));
      if (spec.at('suspend').flag === true)
        report('suspended', { backup: backup.name, database: name })
          .at(spec.at('suspend').span)
          .related(schedule.keySpan, backup.name)
          .fix('remove suspend, or take a backup by hand first');
      else if (pending)
        report('pending', { backup: backup.name, database: name, how: pending.how })
          .at(pending.field.span)
          .related(schedule.keySpan, backup.name)
          .fix('let updates finish: type ReplicasFirstPrimaryLast, or no partition');
    }
  },
});

function pendingBy(strategy: Field): { readonly how: string; readonly field: Field } | undefined {
  const type = strategy.at('type');
  const partition = strategy.at('rollingUpdate', 'partition');
  if (type.text === 'OnDelete') return { how: 'OnDelete', field: type };
  if (type.text === 'RollingUpdate' && (partition.number ?? 0) > 0)
    return { how: 'the partition', field: partition };
  return undefined;
}
