import type { Report } from '../../diagnostics/index.js';
import type { Field, ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { objectsOf } from './operator-objects.js';

const messages = {
  none: (p: { kind: string; name: string; what: string; choices: string }) =>
    `the ${p.kind} ${p.name} has no ${p.what}: ${p.choices}`,
  several: (p: { kind: string; name: string; what: string; choices: string }) =>
    `the ${p.kind} ${p.name} has more than one ${p.what}: ${p.choices}`,
  staging: (p: { kind: string; name: string }) =>
    `the ${p.kind} ${p.name} has a stagingStorage, which only S3 needs`,
};

interface Choice {
  readonly kind: string;
  /** Path below spec; empty for spec itself. */
  readonly path: readonly string[];
  readonly what: string;
  readonly choices: readonly string[];
  readonly several: boolean;
}

const choices: readonly Choice[] = [
  {
    kind: 'Backup',
    path: ['storage'],
    what: 'place to write to',
    choices: ['s3', 'persistentVolumeClaim', 'volume'],
    several: false,
  },
  {
    kind: 'PhysicalBackup',
    path: ['storage'],
    what: 'place to write to',
    choices: ['s3', 'azureBlob', 'persistentVolumeClaim', 'volume', 'volumeSnapshot'],
    several: false,
  },
  {
    kind: 'PointInTimeRecovery',
    path: ['storage'],
    what: 'place to write to',
    choices: ['s3', 'azureBlob'],
    several: false,
  },
  {
    kind: 'Restore',
    path: [],
    what: 'place to read from',
    choices: ['backupRef', 's3', 'volume'],
    several: true,
  },
  { kind: 'SqlJob', path: [], what: 'SQL', choices: ['sql', 'sqlConfigMapKeyRef'], several: true },
  { kind: 'Connection', path: [], what: 'server', choices: ['mariaDbRef', 'maxScaleRef'], several: false },
  {
    kind: 'Connection',
    path: [],
    what: 'credential',
    choices: ['passwordSecretKeyRef', 'tlsClientCertSecretRef'],
    several: true,
  },
];

/** What can come from several places says from which one. */
export const oneSource = defineRule({
  id: 'mariadb-operator/one-source',
  severity: 'error',
  why: "the operator's webhook refuses the object",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/backup_webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const choice of choices) {
      for (const { name, root } of objectsOf(manifests, choice.kind)) {
        const spec = root.at('spec');
        const place = spec.at(...choice.path);
        if (place.given) check(choice, name, place, report);
      }
    }
    checkStaging(manifests, report);
  },
});

type Check = Report<typeof messages>;

function check({ kind, what, choices, several }: Choice, name: string, place: Field, report: Check): void {
  const given = choices.map((each) => place.at(each)).filter((each) => each.given);
  const [first, second] = given;
  if (!first)
    report('none', {
      kind,
      name,
      what,
      choices: `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`,
    })
      .at(place.keySpan)
      .fix('name one');
  else if (second && !several)
    report('several', { kind, name, what, choices: listed(choices.filter((each) => place.at(each).given)) })
      .at(second.keySpan)
      .related(first.keySpan, 'the other')
      .fix('keep one');
}

function checkStaging(manifests: ManifestSet, report: Check): void {
  for (const kind of ['Backup', 'PhysicalBackup', 'Restore']) {
    for (const { name, root } of objectsOf(manifests, kind)) {
      const spec = root.at('spec');
      const staging = spec.at('stagingStorage');
      const source = kind === 'Restore' ? spec : spec.at('storage');
      const others = ['azureBlob', 'persistentVolumeClaim', 'volume', 'volumeSnapshot', 'backupRef'];
      if (!staging.given || source.at('s3').given || !others.some((each) => source.at(each).given)) continue;
      // A Restore of a Backup in S3 needs one: where the Backup is, is not looked up.
      if (kind === 'Restore' && source.at('backupRef').given) continue;
      report('staging', { kind, name }).at(staging.keySpan).fix('remove it');
    }
  }
}
