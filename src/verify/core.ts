import type { Value } from '../yaml/read.js';
import document from './generated/core-kinds.json' with { type: 'json' };
import type { Kind } from './kind.js';
import { type Schema, schemaOf } from './schema.js';

interface CoreKinds {
  readonly release: string;
  readonly kinds: { readonly [id: string]: { readonly schema: string; readonly namespaced?: boolean } };
  readonly definitions: { readonly [name: string]: unknown };
}

const { kinds, definitions, release } = document as CoreKinds;

/** The release of Kubernetes whose built-in kinds are known. */
export const coreRelease = release;

const known = new Map<string, Schema>();

/** A kind that is built into every API server, or undefined. */
export function coreKind(apiVersion: string, kind: string): Kind | undefined {
  const entry = Object.hasOwn(kinds, `${apiVersion}/${kind}`) ? kinds[`${apiVersion}/${kind}`] : undefined;
  if (!entry) return undefined;
  return {
    apiVersion,
    kind,
    namespaced: entry.namespaced === true,
    custom: false,
    statusApart: true,
    schema: definition(entry.schema),
  };
}

let names: Map<string, [apiVersion: string, kind: string][]> | undefined;

/** The built-in kinds of a group, with the apiVersion of each. */
export function coreKindNames(group: string): readonly (readonly [apiVersion: string, kind: string])[] {
  if (!names) {
    names = new Map();
    for (const id of Object.keys(kinds)) {
      const at = id.lastIndexOf('/');
      const apiVersion = id.slice(0, at);
      const key = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
      names.set(key, [...(names.get(key) ?? []), [apiVersion, id.slice(at + 1)]]);
    }
  }
  return names.get(group) ?? [];
}

/** The schema of the metadata that every object has. */
export function metadataSchema(): Schema {
  return definition('meta.v1.ObjectMeta');
}

/** True for a group that has built-in kinds only, such as apps. */
export function isCoreGroup(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}

function definition(name: string): Schema {
  const present = known.get(name);
  if (present) return present;
  // A definition may contain itself; what refers to it meanwhile gets the object that is filled below.
  const shell = {} as Schema;
  known.set(name, shell);
  const value = (definitions[name] ?? {}) as Value;
  Object.assign(shell, schemaOf(value, definition));
  return shell;
}
