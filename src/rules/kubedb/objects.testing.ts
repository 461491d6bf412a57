import { Findings } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { rulesOf } from '../catalogue.js';
import { manifestFindingsOf } from '../testing.js';

/** What {@link databaseManifest} may say otherwise. A field of the spec that is empty is left out. */
export interface DatabaseManifestText {
  readonly kind?: 'MariaDB' | 'Postgres';
  readonly apiVersion?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * A MariaDB or Postgres in which every rule is content. The fields of its spec stand on a line each, from line 7: version,
 * replicas, topology (a Postgres has standbyMode there), storageType, storage, deletionPolicy; others follow from line 13.
 */
export function databaseManifest(
  spec: Readonly<Record<string, string>> = {},
  {
    kind = 'MariaDB',
    apiVersion = 'kubedb.com/v1',
    name = 'orders',
    namespace = 'shop',
  }: DatabaseManifestText = {},
): string {
  const fields: Record<string, string> = {
    version: kind === 'MariaDB' ? '"11.8.5"' : '17.9-bookworm',
    replicas: '3',
    ...(kind === 'MariaDB' ? { topology: '{ mode: GaleraCluster }' } : { standbyMode: 'Hot' }),
    storageType: 'Durable',
    storage: '{ resources: { requests: { storage: 20Gi } } }',
    deletionPolicy: 'DoNotTerminate',
    ...spec,
  };
  const lines = Object.entries(fields).flatMap(([field, value]) =>
    value === '' ? [] : `  ${field}: ${value}\n`,
  );
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${lines.join('')}`;
}

/** A pod template with one container. */
export function podWith(container: string): { readonly podTemplate: string } {
  return { podTemplate: `{ spec: { containers: [{ ${container} }] } }` };
}

/** A pod template that names a PlacementPolicy. */
export function placedBy(policy: string): Readonly<Record<string, string>> {
  return { distributed: 'true', podTemplate: `{ spec: { podPlacementPolicy: { name: ${policy} } } }` };
}

/** A PlacementPolicy that spreads three replicas over two clusters. */
export function policyManifest(name: string, clusters: readonly [string, string] = ['fra', 'ams']): string {
  return `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: ${name}
spec:
  clusterSpreadConstraint:
    distributionRules:
      - { clusterName: ${clusters[0]}, replicaIndices: [0, 2] }
      - { clusterName: ${clusters[1]}, replicaIndices: [1] }
    slice: { projectNamespace: kubeslice-shop, sliceName: shop }
  nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway }
  zoneSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway }
`;
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
