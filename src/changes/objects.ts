import { readManifests } from '../manifests/index.js';
import type { Output, OutputObject, OutputText } from './model.js';

/** Characters of a file that is read: no API server takes more for an object. */
export const mostRead = 3_000_000;

const objectsOfFile = new WeakMap<OutputText, readonly OutputObject[]>();

/** The objects of a file; none for a file that is no YAML or too large, and for YAML that is no Kubernetes object. Read once a file. */
export function objectsIn(file: OutputText): readonly OutputObject[] {
  const known = objectsOfFile.get(file);
  if (known) return known;
  const { cluster, wave } = folders(file.path);
  const manifests =
    isObjectFile(file.path) && file.content.length <= mostRead
      ? readManifests({ name: file.path, content: file.content }).manifests
      : [];
  const objects = manifests.map((manifest) => ({ file, cluster, wave, manifest }));
  objectsOfFile.set(file, objects);
  return objects;
}

/** Whether a file may hold objects, by its path. */
export function isObjectFile(path: string): boolean {
  if (!/\.ya?ml$/.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name !== 'kustomization.yaml' && !/^[^/]+\/values\//.test(path);
}

/** The cluster and the wave of a path, `fra/70-database/mariadb.shop.orders.yaml`. */
export function folders(path: string): { readonly cluster: string; readonly wave: string } {
  const parts = path.split('/');
  return {
    cluster: parts.length > 1 ? (parts[0] ?? '') : '',
    wave: parts.length > 2 ? (parts[1] ?? '') : '',
  };
}

/** What an API server knows an object by, on its cluster. A change of its version is no other object. */
export function identity(object: OutputObject): string {
  return `${object.cluster}\n${nameOnCluster(object)}`;
}

/** What an API server knows an object by. One that names no namespace is in `default`, if its kind has any. */
export function nameOnCluster({ manifest: { group, kind, namespace, name } }: OutputObject): string {
  return `${kind}.${group}\n${namespace === 'default' ? '' : (namespace ?? '')}\n${name}`;
}

/** The objects of a kind in an output. Only files that may hold it are read: those of ours begin with their kind. */
export function objectsOfKind(
  output: Output,
  isOurs: boolean,
  kind: string,
  group: string,
): readonly OutputObject[] {
  const start = `${kind.toLowerCase()}.`;
  const found: OutputObject[] = [];
  for (const file of output.values()) {
    if (isOurs && !file.path.slice(file.path.lastIndexOf('/') + 1).startsWith(start)) continue;
    for (const object of objectsIn(file))
      if (object.manifest.kind === kind && object.manifest.group === group) found.push(object);
  }
  return found;
}
