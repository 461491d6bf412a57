import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { type DatabaseObject, databaseObjects, mariadbModeOf } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  quantity: (p: { written: string; canonical: string }) => `${p.written} comes back as ${p.canonical}`,
  configSecret: (p: { database: string; secret: string }) =>
    `configSecret ${p.secret} of ${p.database} comes back as configuration.secretName`,
  halted: (p: { database: string; policy: string }) =>
    `${p.database} is halted, so its deletionPolicy ${p.policy} comes back as Halt`,
  transfer: (p: { database: string }) =>
    `wsrepSSTMethod rsync of ${p.database} comes back as mariabackup, the one that MariaDBReplication has`,
};

/** What is written is what the API server gives back. */
export const drift = defineRule({
  id: 'kubedb/drift',
  severity: 'info',
  why: 'the webhook rewrites the value when the object is applied, so Git and cluster differ for ever and a GitOps controller applies it again and again',
  source: 'kubedb/apimachinery apis/kubedb/v1/helpers.go, apis/kubedb/v1/mariadb_helpers.go, apis/helpers.go',
  messages,
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      // No webhook rewrites an object of the GitOps API.
      if (database.gitops) continue;
      for (const amount of amountsOf(database)) checkAmount(amount, report);
      checkRewritten(database, report);
    }
  },
});

function checkAmount(field: Field, report: Report<typeof messages>): void {
  const written = String(field.value);
  const canonical = quantity(field.value)?.canonical;
  if (canonical === undefined || canonical === written) return;
  report('quantity', { written, canonical })
    .at(field.span)
    .fix(`write ${canonical}`)
    .edit(field.span, canonical);
}

function amountsOf({ spec }: DatabaseObject): Field[] {
  const podSpec = spec.at('podTemplate', 'spec');
  const containers = [...podSpec.at('containers').items(), ...podSpec.at('initContainers').items()];
  const places = [spec.at('storage', 'resources'), ...containers.map((each) => each.at('resources'))];
  return places.flatMap((place) =>
    ['requests', 'limits'].flatMap((list) =>
      place
        .at(list)
        .entries()
        .map(([, field]) => field),
    ),
  );
}

function checkRewritten(database: DatabaseObject, report: Report<typeof messages>): void {
  const { kind, name, spec } = database;
  const secret = spec.at('configSecret', 'name');
  if (secret.text && !spec.at('configuration').given) {
    report('configSecret', { database: name, secret: secret.text })
      .at(spec.at('configSecret').keySpan)
      .fix(`write configuration: { secretName: ${secret.text} } instead, from KubeDB v2026.1.19 on`);
  }
  const policy = spec.at('deletionPolicy');
  if (spec.at('halted').flag === true && (policy.text === 'Delete' || policy.text === 'WipeOut')) {
    report('halted', { database: name, policy: policy.text })
      .at(policy.span)
      .related(spec.at('halted').span, 'halted')
      .fix('write Halt while it is halted');
  }
  const method = spec.at('wsrepSSTMethod');
  if (kind !== 'MariaDB' || method.text !== 'rsync' || mariadbModeOf(database) !== 'MariaDBReplication')
    return;
  report('transfer', { database: name }).at(method.span).fix('remove it, or write mariabackup');
}
