import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { type DatabaseObject, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  none: (p: { database: string }) => `the tls of ${p.database} has no issuerRef`,
  kind: (p: { database: string; kind: string }) =>
    `the issuer of ${p.database} is of kind ${p.kind}, not Issuer or ClusterIssuer`,
  elsewhere: (p: { database: string; issuer: string; namespace: string }) =>
    `the Issuer ${p.issuer} of ${p.database} is in the namespace ${p.namespace}`,
  alias: (p: { database: string; alias: string }) => `${p.database} has no certificate called ${p.alias}`,
  twice: (p: { database: string; alias: string }) =>
    `${p.database} describes the certificate ${p.alias} twice`,
};

/** Certificates come from an issuer that KubeDB finds, and the ones described are ones it makes. */
export const tls = defineRule({
  id: 'kubedb/tls',
  severity: 'error',
  why: 'KubeDB looks the issuer up on the cluster of the database object, in its namespace unless it is a ClusterIssuer, and waits for certificates it cannot get',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_types.go, apis/kubedb/v1/mariadb_helpers.go',
  messages,
  checkManifests(manifests, report) {
    const issuers = new Map<string, Manifest[]>();
    for (const issuer of manifests.of('Issuer', 'cert-manager.io'))
      issuers.set(issuer.name, [...(issuers.get(issuer.name) ?? []), issuer]);
    for (const database of databaseObjects(manifests)) {
      const settings = database.spec.at('tls');
      if (!settings.given) continue;
      checkIssuer(database, settings, issuers, report);
      checkCertificates(database, settings, report);
    }
  },
});

/** Certificates may each have an issuer, or a secret that somebody else fills. */
function bringsOwn(settings: Field): boolean {
  return settings
    .at('certificates')
    .items()
    .some((each) => each.at('issuerRef').given || each.at('secretName').given);
}

const issuerKinds = ['Issuer', 'ClusterIssuer'];

function checkIssuer(
  { name, namespace, spec }: DatabaseObject,
  settings: Field,
  issuers: ReadonlyMap<string, readonly Manifest[]>,
  report: Report<typeof messages>,
): void {
  const reference = settings.at('issuerRef');
  if (!reference.given) {
    if (bringsOwn(settings)) return;
    report('none', { database: name })
      .at(spec.at('tls').keySpan)
      .fix(
        'add issuerRef with apiGroup: cert-manager.io, kind and name, or the secretName of each certificate that you bring',
      );
    return;
  }
  const kind = reference.at('kind');
  const issuer = reference.at('name');
  const group = reference.at('apiGroup').text ?? 'cert-manager.io';
  if (kind.text === undefined || group !== 'cert-manager.io') return;
  if (!issuerKinds.includes(kind.text)) {
    const meant = nearest(kind.text, issuerKinds);
    report('kind', { database: name, kind: kind.text })
      .at(kind.span)
      .fix(meant ? `write ${meant}` : 'write Issuer or ClusterIssuer');
    return;
  }
  const present = issuers.get(issuer.text ?? '') ?? [];
  const [other] = present;
  if (kind.text !== 'Issuer' || !other?.namespace || namespace === undefined) return;
  if (present.some((each) => each.namespace === namespace || each.namespace === undefined)) return;
  report('elsewhere', { database: name, issuer: other.name, namespace: other.namespace })
    .at(issuer.span, `looked for in ${namespace}`)
    .related(other.root.at('metadata', 'namespace').span, 'it is here')
    .fix('make it a ClusterIssuer, or add one to the namespace of the database');
}

/** Those of Postgres between its operator and its coordinators have names of their own. */
const aliases = {
  MariaDB: ['server', 'client', 'archiver', 'metrics-exporter'],
  Postgres: ['server', 'client', 'archiver', 'metrics-exporter', 'grpc-ca', 'grpc-server', 'grpc-client'],
} as const;

function checkCertificates(
  { kind, name }: DatabaseObject,
  settings: Field,
  report: Report<typeof messages>,
): void {
  const known: readonly string[] = aliases[kind];
  const seen = new Map<string, Field>();
  for (const certificate of settings.at('certificates').items()) {
    const field = certificate.at('alias');
    const alias = field.text;
    if (alias === undefined) continue;
    const first = seen.get(alias);
    const meant = nearest(alias, known);
    if (first) {
      report('twice', { database: name, alias })
        .at(field.span, 'again here')
        .related(first.span, 'first here')
        .fix('keep one entry, with what both say');
    } else if (!known.includes(alias)) {
      report('alias', { database: name, alias })
        .at(field.span)
        .fix(meant ? `did you mean ${meant}?` : `write ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`);
    }
    if (!first) seen.set(alias, field);
  }
}
