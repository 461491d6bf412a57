import type { Field, Manifest, ManifestSet } from '../manifests/index.js';

/** A MariaDB or Postgres of KubeDB among the manifests, and the PlacementPolicy it takes. */
export interface PlacedDatabase {
  readonly manifest: Manifest;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly engine: 'mariadb' | 'postgres';
  readonly spec: Field;
  readonly distributed: boolean;
  /** As the webhook fills it in. */
  readonly replicas: number;
  /** Name of its policy; `default`, which KubeDB fills in, when it names none. */
  readonly policy: string;
}

const kinds = [
  ['MariaDB', 'mariadb'],
  ['Postgres', 'postgres'],
] as const;

/**
 * The databases of KubeDB among the manifests, MariaDB first: the objects themselves, and those from which the GitOps operator
 * makes them, whose spec is the same. The spec of v1alpha2 has another shape.
 */
export function placedDatabases(manifests: ManifestSet): PlacedDatabase[] {
  return kinds.flatMap(([kind, engine]) => {
    const direct = manifests
      .of(kind, 'kubedb.com')
      .filter(({ apiVersion }) => apiVersion === 'kubedb.com/v1');
    return [...direct, ...manifests.of(kind, 'gitops.kubedb.com')].map((each) => placed(each, engine));
  });
}

/** The Postgres of KubeDB among the manifests. */
export function placedPostgres(manifests: ManifestSet): PlacedDatabase[] {
  return placedDatabases(manifests).filter(({ engine }) => engine === 'postgres');
}

function placed(manifest: Manifest, engine: PlacedDatabase['engine']): PlacedDatabase {
  const { name, namespace, root } = manifest;
  const spec = root.at('spec');
  return {
    manifest,
    name,
    namespace,
    engine,
    spec,
    distributed: spec.at('distributed').flag === true,
    replicas: spec.at('replicas').number ?? 1,
    policy: spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name').text ?? 'default',
  };
}
