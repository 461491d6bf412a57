import type { Value } from '../yaml/read.js';
import { Field } from './field.js';

/** One Kubernetes object as it stands in a file. */
export interface Manifest {
  readonly apiVersion: string;
  /** Part of the apiVersion before the slash; empty for the core group. */
  readonly group: string;
  /** Part of the apiVersion after the slash, or the whole of it for the core group. */
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined for a cluster-scoped object, and for one that leaves it to whoever applies it. */
  readonly namespace: string | undefined;
  /** The whole object. */
  readonly root: Field;
}

/** Objects that are applied together, to one cluster or to several. */
export class ManifestSet {
  readonly all: readonly Manifest[];
  readonly #byKind = new Map<string, Manifest[]>();

  constructor(manifests: readonly Manifest[]) {
    this.all = manifests;
    for (const manifest of manifests) {
      const key = `${manifest.kind}.${manifest.group}`;
      const present = this.#byKind.get(key);
      if (present) present.push(manifest);
      else this.#byKind.set(key, [manifest]);
    }
  }

  /** The objects of a kind in any version, in the order of the files: `of('SliceConfig', 'controller.kubeslice.io')`. */
  of(kind: string, group: string): readonly Manifest[] {
    return this.#byKind.get(`${kind}.${group}`) ?? [];
  }
}

/** An object read from a file as a manifest; undefined when it lacks the fields every object has. */
export function manifestOf(object: Value): Manifest | undefined {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  const root = new Field(object, undefined, object);
  const apiVersion = root.at('apiVersion').text;
  const kind = root.at('kind').text;
  const name = root.at('metadata', 'name').text;
  if (!apiVersion || !kind || !name) return undefined;
  const slash = apiVersion.indexOf('/');
  return {
    apiVersion,
    group: slash === -1 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind,
    name,
    namespace: root.at('metadata', 'namespace').text,
    root,
  };
}
