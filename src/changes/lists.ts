import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

/** Lists whose order says something, by the name of their field. */
const ordered = new Set(['command', 'args', 'initContainers', 'items', 'parameters']);

/**
 * What tells the items of a list from each other, by the name of the list's field: several names together where one is not enough. Any
 * other list of mappings is known by the first of `usual` that all its items have, each another.
 */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  distributionRules: ['clusterName'],
  sliceGatewayServiceType: ['cluster'],
  applicationNamespaces: ['namespace'],
  allowedNamespaces: ['namespace'],
  topologySpreadConstraints: ['topologyKey'],
  requiredDuringSchedulingIgnoredDuringExecution: ['topologyKey'],
  volumeMounts: ['mountPath'],
  ports: ['port', 'protocol'],
  hostAliases: ['ip'],
  tolerations: ['key', 'effect'],
};

const usual = [
  'name',
  'clusterName',
  'cluster',
  'namespace',
  'containerPort',
  'port',
  'mountPath',
  'topologyKey',
  'key',
  'ip',
] as const;

/** How the items of two lists are told apart: undefined when by their places. */
export type ItemKeys = { readonly by: string | undefined; keyOf(item: Value): string };

/**
 * How the items of a list are known on both sides.
 *
 * @param name the list's field
 */
export function itemKeys(
  name: string,
  before: readonly Value[],
  after: readonly Value[],
): ItemKeys | undefined {
  if (ordered.has(name)) return undefined;
  const items = [...before, ...after];
  if (items.every((item) => typeof item !== 'object' || item === null)) {
    const keys: ItemKeys = { by: undefined, keyOf: String };
    return isUnique(before, keys) && isUnique(after, keys) ? keys : undefined;
  }
  if (!items.every(isMapping)) return undefined;
  for (const fields of candidates(name)) {
    const keys: ItemKeys = { by: fields[0], keyOf: (item) => keyText(item, fields) };
    if (
      items.every((item) => fields[0] !== undefined && isMapping(item) && item[fields[0]] !== undefined) &&
      isUnique(before, keys) &&
      isUnique(after, keys)
    )
      return keys;
  }
  return undefined;
}

function* candidates(name: string): Generator<readonly string[]> {
  const own = Object.hasOwn(keysOf, name) ? keysOf[name] : undefined;
  if (own) yield own;
  for (const field of usual) yield [field];
}

function keyText(item: Value, fields: readonly string[]): string {
  if (!isMapping(item)) return '';
  return fields.flatMap((field) => (item[field] === undefined ? [] : [String(item[field])])).join('/');
}

function isUnique(items: readonly Value[], { keyOf }: ItemKeys): boolean {
  return new Set(items.map(keyOf)).size === items.length;
}
