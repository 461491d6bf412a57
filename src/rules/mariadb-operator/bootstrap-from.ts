import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

const messages = {
  none: (p: { database: string }) => `${p.database} is to start from a backup, and names none`,
  kind: (p: { kind: string }) => `backupRef has the kind ${p.kind}, neither Backup nor PhysicalBackup`,
  content: (p: { what: string; content: string }) =>
    `the source is ${p.what}, and backupContentType is ${p.content}`,
  together: (p: { one: string; other: string }) => `${p.one} and ${p.other} cannot both be the source`,
};

/** A database that starts from a backup names one source, and what is in it. */
export const bootstrapFrom = defineRule({
  id: 'mariadb-operator/bootstrap-from',
  severity: 'error',
  why: "the operator's webhook refuses the database",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const { name, spec } of serversOf(manifests)) {
      const from = spec.at('bootstrapFrom');
      if (from.given) checkSource(name, from, report);
    }
  },
});

const sources = ['backupRef', 'volumeSnapshotRef', 'pointInTimeRecoveryRef', 's3', 'azureBlob', 'volume'];
const clashes = [
  ['volumeSnapshotRef', ['s3', 'volume', 'restoreJob']],
  ['pointInTimeRecoveryRef', ['backupRef', 'volumeSnapshotRef']],
] as const;

function checkSource(database: string, from: Field, report: Report<typeof messages>): void {
  if (!sources.some((source) => from.at(source).given)) {
    report('none', { database })
      .at(from.keySpan)
      .fix(`name one of ${sources.slice(0, -1).join(', ')} and volume, or remove bootstrapFrom`);
    return;
  }
  for (const [one, others] of clashes) {
    const other = others.find((each) => from.at(one).given && from.at(each).given);
    if (other === undefined) continue;
    report('together', { one, other })
      .at(from.at(other).keySpan)
      .related(from.at(one).keySpan, one)
      .fix(`remove ${other}`);
  }
  const content = from.at('backupContentType');
  const reference = from.at('backupRef');
  const kind = reference.at('kind').text || 'Backup';
  if (reference.given && kind !== 'Backup' && kind !== 'PhysicalBackup') {
    report('kind', { kind }).at(reference.at('kind').span).fix('write Backup or PhysicalBackup');
    return;
  }
  const wrong = (what: string, right: 'Logical' | 'Physical'): void => {
    if (!content.given || content.text === right) return;
    report('content', { what, content: String(content.value) })
      .at(content.span)
      .fix(`write ${right}, or leave it out`);
  };
  if (content.text !== 'Logical' && content.text !== 'Physical') return;
  if (reference.given)
    wrong(kind === 'Backup' ? 'a Backup' : 'a PhysicalBackup', kind === 'Backup' ? 'Logical' : 'Physical');
  else if (from.at('volumeSnapshotRef').given) wrong('a snapshot of a volume', 'Physical');
}
