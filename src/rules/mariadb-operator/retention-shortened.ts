import { fieldAt, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** Backups that are kept for a shorter time. */
export const retentionShortened = defineRule({
  id: 'mariadb-operator/retention-shortened',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'the next run deletes what is older, in the bucket or on the volume, and nothing brings it back',
  source: 'mariadb-operator/mariadb-operator internal/controller/physicalbackup_controller.go',
  messages: {
    shorter: (p: { backup: string; from: string; to: string }) =>
      `${p.backup} keeps backups for ${p.to} instead of ${p.from}`,
  },
  checkChange(change, report) {
    // Of a Backup the webhook lets nobody change it: immutable-field.
    for (const object of changedObjects(change, 'PhysicalBackup')) {
      const field = fieldAt(object, 'spec', 'maxRetention');
      if (!field) continue;
      const [from, to] = [hoursOf(field.before), hoursOf(field.after)];
      if (to >= from) continue;
      report('shorter', {
        backup: object.after.manifest.name,
        from: valueText(field.before ?? usual),
        to: valueText(field.after ?? usual),
      })
        .at(change.placeOf(object))
        .about(change.nameOf(object, field))
        .fix('copy what must be kept longer elsewhere first');
    }
  },
});

/** What the operator takes when nothing is said. */
const usual = '720h';

function hoursOf(value: unknown): number {
  const text = typeof value === 'string' ? value : usual;
  const part = (unit: string) => Number(new RegExp(`(\\d+(?:\\.\\d+)?)${unit}(?!s)`).exec(text)?.[1] ?? 0);
  return part('h') + part('m') / 60 + part('s') / 3600;
}
