import { Findings } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { rulesOf } from '../catalogue.js';
import { manifestFindingsOf } from '../testing.js';

/** Fields of a spec, each on a line of its own, from line 7. One that is empty is left out. */
export type SpecText = Readonly<Record<string, string>>;

interface NameText {
  readonly name?: string;
  readonly namespace?: string;
}

/** A single MariaDB of 20Gi with TLS, with other fields before these two. */
export function mariadb(spec: SpecText = {}, { name = 'orders', namespace = 'shop' }: NameText = {}): string {
  return object(
    'MariaDB',
    { ...spec, storage: spec['storage'] ?? '{ size: 20Gi }', tls: spec['tls'] ?? '{ enabled: true }' },
    { name, namespace },
  );
}

/** Any object of mariadb-operator. */
export function object(
  kind: string,
  spec: SpecText,
  { name = 'nightly', namespace = 'shop' }: NameText = {},
): string {
  const lines = Object.entries(spec).flatMap(([field, value]) =>
    value === '' ? [] : `  ${field}: ${value}\n`,
  );
  return `apiVersion: k8s.mariadb.com/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${lines.join('')}`;
}

/** Three replicas in Galera. */
export const galera = { replicas: '3', galera: '{ enabled: true }' } as const;

/** Two replicas, one of which follows the other. */
export const replication = { replicas: '2', replication: '{ enabled: true }' } as const;

/** A Galera cluster that is the member of two, called east and west, with numbers of its own. */
export function member(name: 'east' | 'west', spec: SpecText = {}): string {
  const first = name === 'east' ? 0 : 10;
  const secrets = 'replPasswordSecretKeyRef: { name: repl, key: password }';
  return mariadb(
    {
      replicas: '3',
      galera: `{ enabled: true, gtidDomainId: ${first}, serverId: ${first}, ${secrets} }`,
      rootPasswordSecretKeyRef: '{ name: root, key: password }',
      multiCluster:
        '{ enabled: true, primary: east, members: [{ name: east, externalMariaDbRef: { name: east } }, { name: west, externalMariaDbRef: { name: west } }] }',
      ...spec,
    },
    { name },
  );
}

/** Several objects in one file. */
export function together(...objects: readonly string[]): string {
  return objects.join('---\n');
}

/** The findings of one rule. */
export function findingsBy(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((finding) => finding.split(' ')[1] === id);
}

/** What one rule says is to be done, with the texts it puts in by itself. */
export function fixesBy(id: string, text: string): string[] {
  const findings = new Findings();
  const set = new ManifestSet(readManifests({ name: 'm', content: text }).manifests);
  for (const rule of rulesOf('manifests')) if (rule.id === id) rule.run('manifests', set, findings);
  return findings
    .list()
    .map(({ fix = '', edits }) => [fix, ...edits.map((edit) => `[${edit.text}]`)].join(' '));
}
