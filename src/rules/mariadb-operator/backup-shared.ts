import type { Report } from '../../diagnostics/index.js';
import { type Backup, type Database, type S3, type Topology, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  shared: (p: { backup: string; database: string; other: string; folder: string }) =>
    `the backup ${p.backup} of ${p.database} goes to ${p.folder}, as ${p.other} does`,
};

/** Every backup has a folder of its own in its bucket. */
export const backupShared = defineRule({
  id: 'mariadb-operator/backup-shared',
  severity: 'error',
  why: 'the operator deletes what is too old in a folder, whoever wrote it, and restores the newest it finds there: one database loses its backups, or gets the data of the other',
  source: 'mariadb-operator/mariadb-operator pkg/backup/processor.go',
  messages,
  checkTopology(topology, report) {
    const seen = new Map<string, Stored>();
    for (const stored of storedIn(topology)) {
      const first = seen.get(stored.key);
      if (first) reportShared(stored, first, `${first.backup.name} of ${first.database.name}`, report);
      else seen.set(stored.key, stored);
    }
  },
  checkProgram(plans, report) {
    const seen = new Map<string, Stored & { readonly file: string; readonly plan: string }>();
    for (const { name, topology, file } of plans) {
      for (const stored of storedIn(topology)) {
        const first = seen.get(stored.key);
        if (!first) seen.set(stored.key, { ...stored, file: file.name, plan: name });
        else if (first.plan !== name && !isSame(stored, first))
          reportShared(
            stored,
            first,
            `${first.backup.name} of ${first.database.name} in ${first.file}`,
            report,
          );
      }
    }
  },
});

/** A backup in a bucket. */
interface Stored {
  readonly key: string;
  readonly folder: string;
  readonly database: Database;
  readonly backup: Backup;
  readonly s3: S3;
}

/** A cluster of a fleet has a folder of its own below that of the backup. */
function* storedIn({ databases, clusters }: Topology): Generator<Stored> {
  const fleets = new Set(clusters.filter(({ fleet }) => fleet !== undefined).map(({ name }) => name));
  for (const database of databases) {
    const { name, namespace, placement, mariadbOperator } = database;
    const below = placement
      .filter(({ cluster }) => fleets.has(cluster))
      .map(({ cluster }) => `/${cluster}/*`);
    for (const backup of mariadbOperator?.backups ?? []) {
      const { s3 } = backup;
      if (!s3) continue;
      const folder = s3.prefix?.replace(/\/+$/, '') ?? `${namespace}/${name}/${backup.name}`;
      for (const part of below.length > 0 ? below : ['']) {
        const key = `${s3.endpoint.toLowerCase()} ${s3.bucket} ${folder}${part}`;
        yield { key, folder: `${s3.bucket}/${folder}`, database, backup, s3 };
      }
    }
  }
}

/** One database in two files is topology/duplicate-name. */
function isSame({ database: a }: Stored, { database: b }: Stored): boolean {
  return (
    a.name === b.name &&
    a.namespace === b.namespace &&
    a.placement.some(({ cluster }) => b.placement.some((other) => other.cluster === cluster))
  );
}

function reportShared(here: Stored, there: Stored, other: string, report: Report<typeof messages>): void {
  const { database, backup, s3, folder } = here;
  report('shared', { backup: backup.name, database: database.name, other, folder })
    .at(placeOf(backup, s3))
    .related(placeOf(there.backup, there.s3), 'the other')
    .fix(
      s3.prefix === undefined
        ? `add s3.prefix with a folder of its own, such as ${database.placement[0]?.cluster}/${folder.slice(s3.bucket.length + 1)}`
        : 'give each a folder of its own as s3.prefix',
    );
}

function placeOf(backup: Backup, s3: S3) {
  return s3.prefix === undefined ? valueSpan(backup, 'name') : valueSpan(s3, 'prefix');
}
