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

/** Files of an output that dbspan wrote, by what their names say. */
interface FilesByName {
  readonly ofName: ReadonlyMap<string, readonly OutputText[]>;
  readonly ofKind: ReadonlyMap<string, readonly OutputText[]>;
}

const namesOfOutput = new WeakMap<Output, FilesByName>();

function filesByName(output: Output): FilesByName {
  const known = namesOfOutput.get(output);
  if (known) return known;
  const [ofName, ofKind] = [new Map<string, OutputText[]>(), new Map<string, OutputText[]>()];
  const add = (files: Map<string, OutputText[]>, key: string, file: OutputText): void => {
    const present = files.get(key);
    if (present) present.push(file);
    else files.set(key, [file]);
  };
  for (const file of output.values()) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    add(ofName, name, file);
    add(ofKind, name.slice(0, name.indexOf('.') + 1), file);
  }
  const found = { ofName, ofKind };
  namesOfOutput.set(output, found);
  return found;
}

/** The objects of a kind in an output. Only files that may hold it are read: those of ours begin with their kind, and name its group. */
export function objectsOfKind(
  output: Output,
  isOurs: boolean,
  kind: string,
  group: string,
): readonly OutputObject[] {
  const files = isOurs ? (filesByName(output).ofKind.get(`${kind.toLowerCase()}.`) ?? []) : output.values();
  const found: OutputObject[] = [];
  for (const file of files) {
    if (isOurs && group !== '' && !file.content.includes(`${group}/`)) continue;
    for (const object of objectsIn(file))
      if (object.manifest.kind === kind && object.manifest.group === group) found.push(object);
  }
  return found;
}

/** The objects of a kind and a name without a namespace, on all clusters of an output that dbspan wrote. No other file is read. */
export function objectsOfName(
  output: Output,
  kind: string,
  group: string,
  name: string,
): readonly OutputObject[] {
  const files = filesByName(output).ofName.get(`${kind.toLowerCase()}.${name}.yaml`) ?? [];
  return files
    .flatMap(objectsIn)
    .filter(({ manifest }) => manifest.kind === kind && manifest.group === group && manifest.name === name);
}
