import type { Report } from '../../diagnostics/index.js';
import { type Backup, type Database, headSpan, keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  none: (p: { backup: string; database: string }) =>
    `the backup ${p.backup} of ${p.database} goes nowhere: it has neither s3 nor volume`,
  both: (p: { backup: string; database: string }) =>
    `the backup ${p.backup} of ${p.database} has both s3 and volume`,
  twice: (p: { backup: string; database: string }) => `${p.database} has two backups called ${p.backup}`,
  timeZone: (p: { backup: string; database: string }) =>
    `the backup ${p.backup} of ${p.database} has a time zone, which only logical backups know`,
  sameKey: (p: { backup: string; secret: string; key: string }) =>
    `the backup ${p.backup} takes the access key and its id from one place: ${p.key} of ${p.secret}`,
};

/** A backup goes to one place, and has a name of its own. */
export const backupTarget = defineRule({
  id: 'mariadb-operator/backup-target',
  severity: 'error',
  why: 'the operator refuses the backup, or one takes the place of the other, and the day it is needed there is none',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/backup_types.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      const seen = new Map<string, Backup>();
      for (const backup of database.mariadbOperator?.backups ?? []) {
        const first = seen.get(backup.name);
        if (first) {
          report('twice', { backup: backup.name, database: database.name })
            .at(valueSpan(backup, 'name'), 'again here')
            .related(valueSpan(first, 'name'), 'first here')
            .fix('give it a name of its own');
        } else seen.set(backup.name, backup);
        check(database, backup, report);
      }
    }
  },
});

function check({ name }: Database, backup: Backup, report: Report<typeof messages>): void {
  const parameters = { backup: backup.name, database: name };
  if (backup.s3 && backup.volume) {
    report('both', parameters)
      .at(keySpan(backup, 'volume'))
      .related(keySpan(backup, 's3'), 's3')
      .fix('keep one of the two, and make another backup for the second place');
  } else if (!backup.s3 && !backup.volume) {
    report('none', parameters)
      .at(headSpan(backup))
      .fix(
        'add volume: { size: 20Gi }, or s3; what belongs there says: dbspan explain databases.mariadbOperator.backups.s3',
      );
  }
  const { accessKeyId: id, secretAccessKey: secret } = backup.s3 ?? {};
  const { key = 'password' } = id ?? {};
  if (backup.s3 && id && secret && id.name === secret.name && key === (secret.key ?? 'password')) {
    report('sameKey', { backup: backup.name, secret: id.name, key })
      .at(valueSpan(backup.s3, 'secretAccessKey'))
      .related(valueSpan(backup.s3, 'accessKeyId'), 'the id')
      .fix('write the key of each: { name: …, key: access-key-id } and { name: …, key: secret-access-key }');
  }
  if (backup.timeZone !== undefined && backup.kind !== 'logical') {
    report('timeZone', parameters)
      .at(keySpan(backup, 'timeZone'))
      .fix('remove it, and write the schedule in the time zone of the operator, mostly UTC');
  }
}
