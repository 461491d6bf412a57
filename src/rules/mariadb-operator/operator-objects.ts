import type { Span } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';

/** The API group of mariadb-operator. */
export const operatorGroup = 'k8s.mariadb.com';

/** The objects of a kind of mariadb-operator. */
export function objectsOf(manifests: ManifestSet, kind: string): readonly Manifest[] {
  return manifests.of(kind, operatorGroup);
}

/** A MariaDB of mariadb-operator. */
export interface Server {
  readonly manifest: Manifest;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly spec: Field;
  readonly galera: boolean;
  readonly replication: boolean;
  /** One when it does not say. */
  readonly replicas: number;
}

/** The databases of mariadb-operator. */
export function serversOf(manifests: ManifestSet): Server[] {
  return objectsOf(manifests, 'MariaDB').map((manifest) => {
    const spec = manifest.root.at('spec');
    return {
      manifest,
      name: manifest.name,
      namespace: manifest.namespace,
      spec,
      galera: isOn(spec.at('galera')),
      replication: isOn(spec.at('replication')),
      replicas: spec.at('replicas').number ?? 1,
    };
  });
}

/** Whether a part of a spec is switched on. Left out, `enabled` is false. */
export function isOn(part: Field): boolean {
  return part.at('enabled').flag === true;
}

/** Whether a name is that of a pod of a database: orders-0 up to the last of its replicas. */
export function isPodOf({ name, replicas }: Server, pod: string): boolean {
  const ordinal = pod.startsWith(`${name}-`) ? pod.slice(name.length + 1) : '';
  return /^(?:0|[1-9]\d*)$/.test(ordinal) && Number(ordinal) < replicas;
}

/** Where the name of an object stands. */
export function nameSpan({ root }: Manifest): Span {
  return root.at('metadata', 'name').span;
}

/** The databases by what a reference says: namespace and name. */
export function serversByName(servers: readonly Server[]): ReadonlyMap<string, Server> {
  return new Map(servers.map((server) => [keyOf(server.namespace, server.name), server]));
}

/** Namespace and name in one. */
export function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** What a reference of an object points at, as a key; the namespace is its own when it names none. */
export function referenceKey({ namespace }: Manifest, reference: Field): string | undefined {
  const name = reference.at('name').text;
  return name === undefined ? undefined : keyOf(reference.at('namespace').text ?? namespace, name);
}
