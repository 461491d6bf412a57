import type { Field, Manifest, ManifestSet } from '../manifests/index.js';

/**
 * A MariaDB or Postgres of KubeDB among the manifests: the object itself, or the one from which the GitOps operator makes it,
 * whose spec is the same.
 */
export interface DatabaseObject {
  readonly kind: DatabaseKind;
  readonly engine: 'mariadb' | 'postgres';
  readonly name: string;
  readonly namespace: string | undefined;
  /** True for an object of gitops.kubedb.com. */
  readonly gitops: boolean;
  readonly manifest: Manifest;
  readonly spec: Field;
  /** True when its replicas are spread over clusters. */
  readonly distributed: boolean;
  /** As the webhook fills it in: one when it does not say. */
  readonly replicas: number;
  /** Name of its PlacementPolicy; `default`, which KubeDB fills in, when it names none. */
  readonly policy: string;
}

export type DatabaseKind = 'MariaDB' | 'Postgres';

const kinds = [
  ['MariaDB', 'mariadb'],
  ['Postgres', 'postgres'],
] as const;

/**
 * The databases of a set, MariaDB first. Those of kubedb.com/v1alpha2, whose spec has another shape, are left out:
 * kubedb/api-version says so. What reads no more than names is better served by {@link anyDatabases}.
 */
export function databaseObjects(manifests: ManifestSet): DatabaseObject[] {
  return anyDatabases(manifests).filter(({ manifest }) => manifest.apiVersion !== 'kubedb.com/v1alpha2');
}

/** The same with those of v1alpha2, of whose spec only `distributed` and `replicas` can be relied on. */
export function anyDatabases(manifests: ManifestSet): DatabaseObject[] {
  return kinds.flatMap(([kind, engine]) =>
    [...manifests.of(kind, 'kubedb.com'), ...manifests.of(kind, 'gitops.kubedb.com')].map((manifest) => {
      const { name, namespace, group, root } = manifest;
      const spec = root.at('spec');
      return {
        kind,
        engine,
        name,
        namespace,
        gitops: group !== 'kubedb.com',
        manifest,
        spec,
        distributed: spec.at('distributed').flag === true,
        replicas: spec.at('replicas').number ?? 1,
        policy: policyField(spec).text ?? 'default',
      };
    }),
  );
}

/** The Postgres among them. */
export function postgresObjects(manifests: ManifestSet): DatabaseObject[] {
  return databaseObjects(manifests).filter(({ kind }) => kind === 'Postgres');
}

/** The field that names the PlacementPolicy. */
export function policyField(spec: Field): Field {
  return spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name');
}

/** Tells one database from another, however often it is written. */
export function identityOf({ kind, namespace, name }: DatabaseObject): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** The containers its pod template names. */
export function containersOf({ spec }: DatabaseObject): Field[] {
  return spec.at('podTemplate', 'spec', 'containers').items();
}

/** How a MariaDB runs; KubeDB makes it Galera when there are several replicas and no topology. */
export type MariadbMode = 'single' | 'GaleraCluster' | 'MariaDBReplication' | 'unsaid';

/** The mode of a MariaDB; `unsaid` when its topology leaves it out. */
export function mariadbModeOf({ spec, replicas }: DatabaseObject): MariadbMode {
  const topology = spec.at('topology');
  if (!topology.given) return replicas > 1 ? 'GaleraCluster' : 'single';
  const mode = topology.at('mode').text;
  return mode === 'GaleraCluster' || mode === 'MariaDBReplication' ? mode : 'unsaid';
}

/** True while KubeDB restores it from an archive, which it starts with one replica. */
export function restoresArchive({ spec }: DatabaseObject): boolean {
  return spec.at('init', 'archiver').given;
}
