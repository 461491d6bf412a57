import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';

/** Engines as KubeDB's kinds begin. */
export type RequestKind = 'MariaDB' | 'Postgres';

/** The kinds, and the names of their fields and containers. */
export const requestKinds = [
  ['MariaDB', 'mariadb'],
  ['Postgres', 'postgres'],
] as const;

/** An object of KubeDB that refers to a database, with the database where it is among the manifests. */
export interface ReferringObject {
  readonly kind: RequestKind;
  /** `mariadb` or `postgres`: the component the object speaks of. */
  readonly component: 'mariadb' | 'postgres';
  readonly manifest: Manifest;
  readonly spec: Field;
  readonly database: Manifest | undefined;
}

/** Databases of KubeDB by kind, namespace and name, those of gitops.kubedb.com too. */
function databasesOf(manifests: ManifestSet): ReadonlyMap<string, Manifest> {
  const databases = new Map<string, Manifest>();
  for (const [kind] of requestKinds) {
    for (const group of ['gitops.kubedb.com', 'kubedb.com'])
      for (const database of manifests.of(kind, group)) databases.set(keyOf(kind, database), database);
  }
  return databases;
}

function keyOf(kind: string, { namespace, name }: Pick<Manifest, 'namespace' | 'name'>): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** The objects of a kind such as `MariaDBOpsRequest`, given what follows the engine, and their databases. */
export function referring(manifests: ManifestSet, ending: string, group: string): ReferringObject[] {
  const databases = databasesOf(manifests);
  return requestKinds.flatMap(([kind, component]) =>
    manifests.of(`${kind}${ending}`, group).map((manifest): ReferringObject => {
      const spec = manifest.root.at('spec');
      const name = spec.at('databaseRef', 'name').text ?? '';
      const database = databases.get(keyOf(kind, { namespace: manifest.namespace, name }));
      return { kind, component, manifest, spec, database };
    }),
  );
}

/** The PlacementPolicy of a distributed database, when it is among the manifests. */
export function policyOf(manifests: ManifestSet, database: Manifest | undefined): Manifest | undefined {
  const spec = database?.root.at('spec');
  if (spec?.at('distributed').flag !== true) return undefined;
  const name = spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name').text;
  return manifests.of('PlacementPolicy', 'apps.k8s.appscode.com').find((policy) => policy.name === name);
}
