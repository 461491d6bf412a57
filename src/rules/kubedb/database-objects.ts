import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';

/** A MariaDB or Postgres among manifests, as KubeDB's API has it or as its GitOps API has it: their specs are the same. */
export interface DatabaseObject {
  readonly kind: 'MariaDB' | 'Postgres';
  readonly name: string;
  readonly namespace: string | undefined;
  /** True for an object of gitops.kubedb.com, from which the operator makes the real one. */
  readonly gitops: boolean;
  readonly manifest: Manifest;
  readonly spec: Field;
}

const kinds = ['MariaDB', 'Postgres'] as const;

/** The databases of a set that are written in the present shape; those of kubedb.com/v1alpha2 have another. */
export function databaseObjects(manifests: ManifestSet): DatabaseObject[] {
  return kinds.flatMap((kind) => {
    const direct = manifests
      .of(kind, 'kubedb.com')
      .filter(({ apiVersion }) => apiVersion === 'kubedb.com/v1');
    const fromGit = manifests.of(kind, 'gitops.kubedb.com');
    return [...direct, ...fromGit].map((manifest) => {
      const { name, namespace, group, root } = manifest;
      return { kind, name, namespace, gitops: group !== 'kubedb.com', manifest, spec: root.at('spec') };
    });
  });
}

/** Tells one database from another, however often it is written. */
export function identityOf({ kind, namespace, name }: DatabaseObject): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** The containers its pod template names. */
export function containersOf({ spec }: DatabaseObject): Field[] {
  return spec.at('podTemplate', 'spec', 'containers').items();
}

/** Replicas it asks for, one when it does not say; undefined when they are no number. */
export function replicasOf({ spec }: DatabaseObject): number | undefined {
  const replicas = spec.at('replicas');
  return replicas.given ? replicas.number : 1;
}

/** How a MariaDB runs; KubeDB makes it Galera when there are several replicas and no topology. */
export type MariadbMode = 'single' | 'GaleraCluster' | 'MariaDBReplication' | 'unsaid';

/** The mode of a MariaDB; `unsaid` when its topology leaves it out. */
export function mariadbModeOf(database: DatabaseObject): MariadbMode {
  const topology = database.spec.at('topology');
  if (!topology.given) return (replicasOf(database) ?? 1) > 1 ? 'GaleraCluster' : 'single';
  const mode = topology.at('mode').text;
  return mode === 'GaleraCluster' || mode === 'MariaDBReplication' ? mode : 'unsaid';
}

/** True while KubeDB restores it from an archive, which it starts with one replica. */
export function restoresArchive({ spec }: DatabaseObject): boolean {
  return spec.at('init', 'archiver').given;
}

/** True when its replicas are spread over clusters. */
export function isDistributed({ spec }: DatabaseObject): boolean {
  return spec.at('distributed').flag === true;
}

/** The field that names its PlacementPolicy. */
export function policyField({ spec }: DatabaseObject): Field {
  return spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name');
}

/** The PlacementPolicies of a set by name. */
export function placementPolicies(manifests: ManifestSet): ReadonlyMap<string, Manifest> {
  const policies = manifests.of('PlacementPolicy', 'apps.k8s.appscode.com');
  return new Map(policies.map((policy) => [policy.name, policy]));
}

/** The clusters that a distributed database has replicas on, each once, as far as its policy is among the manifests. */
export function clustersOf(database: DatabaseObject, policies: ReadonlyMap<string, Manifest>): string[] {
  if (!isDistributed(database)) return [];
  const policy = policies.get(policyField(database).text ?? '');
  const rules = policy?.root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items() ?? [];
  return [...new Set(rules.flatMap((rule) => rule.at('clusterName').text ?? []))];
}
