import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

/**
 * Lists whose order says something, by the name of their field. Of a slice's members it decides subnets and which side of a tunnel
 * serves, so they are called by their path.
 */
const ordered = new Set([
  'command',
  'args',
  'initContainers',
  'items',
  'parameters',
  'nameservers',
  'searches',
  'standbyNames',
  'spec.clusters',
]);

/**
 * What tells the items of a list from each other, by the name of the list's field: several names together where one is not enough, and
 * several ways for lists of one name. From `x-kubernetes-list-map-keys` where a schema says it. Any other list of mappings is known by
 * the first of `usual` that all its items have, each another.
 */
const keysOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  addresses: [['type']],
  conditionRules: [['condition']],
  conditions: [['type']],
  defaultConfigs: [['group', 'resource']],
  distributionRules: [['clusterName']],
  hostAliases: [['ip']],
  ignoreFields: [['condition']],
  managedNamespaces: [['clusterSet', 'name'], ['name']],
  ownerReferences: [['uid']],
  placements: [['namespace', 'name']],
  ports: [
    ['containerPort', 'protocol'],
    ['port', 'protocol'],
  ],
  requiredDuringSchedulingIgnoredDuringExecution: [['topologyKey']],
  resourceRequirements: [['containerID']],
  resources: [['resourceID']],
  sliceGatewayServiceType: [['cluster']],
  applicationNamespaces: [['namespace']],
  allowedNamespaces: [['namespace']],
  supportedConfigs: [['group', 'resource']],
  tolerations: [['key', 'effect']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable'], ['topologyKey']],
  volumeDevices: [['devicePath']],
  volumeMounts: [['mountPath']],
  'x-kubernetes-validations': [['rule']],
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

/** What a list is told by that says nothing else. */
const defaults: Readonly<Record<string, string>> = { protocol: 'TCP' };

/** How the items of two lists are told apart: undefined when by their places. */
export type ItemKeys = { readonly by: string | undefined; keyOf(item: Value): string };

/**
 * How the items of a list are known on both sides. A list whose order counts is known by its items as long as those on both sides keep
 * their order, and new ones come last.
 *
 * @param names the fields on the way to the list, its own last
 */
export function itemKeys(
  names: readonly string[],
  before: readonly Value[],
  after: readonly Value[],
): ItemKeys | undefined {
  const keys = keysFor(names.at(-1) ?? '', before, after);
  return keys && isOrdered(names) && !keepsOrder(before, after, keys) ? undefined : keys;
}

/** Whether the order of a list says something. */
export function isOrdered(names: readonly string[]): boolean {
  return ordered.has(names.at(-1) ?? '') || ordered.has(names.slice(-2).join('.'));
}

function keysFor(name: string, before: readonly Value[], after: readonly Value[]): ItemKeys | undefined {
  const items = [...before, ...after];
  if (items.every(isPlain)) {
    const keys: ItemKeys = { by: undefined, keyOf: String };
    return isUnique(before, keys) && isUnique(after, keys) ? keys : undefined;
  }
  if (!items.every(isMapping)) return undefined;
  for (const fields of candidates(name)) {
    const [first = ''] = fields;
    if (!items.every((item) => isKnownBy(item, first, fields))) continue;
    const keys: ItemKeys = { by: first, keyOf: (item) => keyText(item, fields) };
    if (isUnique(before, keys) && isUnique(after, keys)) return keys;
  }
  return undefined;
}

function* candidates(name: string): Generator<readonly string[]> {
  if (Object.hasOwn(keysOf, name)) yield* keysOf[name] ?? [];
  for (const field of usual) yield [field];
}

/** Whether an item has the first of these fields, and nothing but plain values in all. */
function isKnownBy(item: Value, first: string, fields: readonly string[]): boolean {
  if (!isMapping(item) || own(item, first) === undefined) return false;
  return fields.every((field) => isPlain(own(item, field) ?? ''));
}

function keyText(item: Value, fields: readonly string[]): string {
  if (!isMapping(item)) return '';
  return fields
    .flatMap((field) => {
      const value = own(item, field);
      return value === undefined || value === defaults[field] ? [] : [String(value)];
    })
    .join('/');
}

function own(item: { readonly [key: string]: Value }, field: string): Value | undefined {
  return Object.hasOwn(item, field) ? (item[field] ?? undefined) : undefined;
}

function isPlain(value: Value): boolean {
  return typeof value !== 'object' || value === null;
}

function isUnique(items: readonly Value[], { keyOf }: ItemKeys): boolean {
  return new Set(items.map(keyOf)).size === items.length;
}

function keepsOrder(before: readonly Value[], after: readonly Value[], { keyOf }: ItemKeys): boolean {
  const [old, young] = [before.map(keyOf), after.map(keyOf)];
  const [inOld, inYoung] = [new Set(old), new Set(young)];
  const staying = old.filter((key) => inYoung.has(key));
  return young.slice(0, staying.length).every((key, index) => inOld.has(key) && key === staying[index]);
}
