import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Value } from '../yaml/read.js';
import { isOrdered, itemKeys } from './lists.js';

const keysOf = (names: string[], before: Value[], after: Value[] = before): string[] | undefined => {
  const keys = itemKeys(names, before, after);
  return keys && after.map(keys.keyOf);
};

describe('items are known', () => {
  test('by their names, and by what stands for a name', () => {
    expect(keysOf(['containers'], [{ name: 'a' }, { name: 'b' }])).toEqual(['a', 'b']);
    expect(keysOf(['distributionRules'], [{ clusterName: 'fra', replicaIndices: [0] }])).toEqual(['fra']);
    expect(keysOf(['anything'], [{ cluster: 'fra' }, { cluster: 'ams' }])).toEqual(['fra', 'ams']);
  });

  test('of ports by number and protocol, which is TCP where nothing is said', () => {
    expect(
      keysOf(['ports'], [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }, { port: 80 }]),
    ).toEqual(['53/UDP', '53', '80']);
    expect(keysOf(['ports'], [{ containerPort: 3306, name: 'db' }])).toEqual(['3306']);
  });

  test('of plain values by themselves, unless one is there twice', () => {
    expect(keysOf(['finalizers'], ['a', 'b'])).toEqual(['a', 'b']);
    expect(keysOf(['finalizers'], ['a', 'a'])).toBeUndefined();
  });

  test('by their places where nothing tells them apart', () => {
    expect(keysOf(['rules'], [{ verbs: ['get'] }, { verbs: ['list'] }])).toBeUndefined();
    expect(keysOf(['containers'], [{ name: 'a' }, { name: 'a' }])).toBeUndefined();
    expect(keysOf(['containers'], [{ name: 'a' }, {}])).toBeUndefined();
    expect(keysOf(['x'], ['a', { name: 'a' }])).toBeUndefined();
    expect(keysOf(['x'], [['a'], ['b']])).toBeUndefined();
  });

  test('never by what is no plain value, whoever wrote it', () => {
    const hostile = Object.assign(Object.create(null), { name: Object.create(null) }) as Value;
    expect(keysOf(['containers'], [hostile])).toBeUndefined();
    expect(keysOf(['ports'], [{ port: 1, protocol: ['TCP'] } as unknown as Value])).toEqual(['1']);
    expect(keysOf(['__proto__'], [{ name: 'a' }])).toEqual(['a']);
    expect(keysOf(['constructor'], [{ name: 'a' }])).toEqual(['a']);
  });
});

describe('where the order counts', () => {
  test('items are known as long as they keep it, and new ones come last', () => {
    expect(keysOf(['spec', 'clusters'], ['fra', 'ams'], ['fra', 'ams', 'par'])).toEqual([
      'fra',
      'ams',
      'par',
    ]);
    expect(keysOf(['spec', 'clusters'], ['fra', 'ams', 'par'], ['fra', 'par'])).toEqual(['fra', 'par']);
    expect(keysOf(['spec', 'clusters'], ['fra', 'ams'], ['ams', 'fra'])).toBeUndefined();
    expect(keysOf(['spec', 'clusters'], ['fra', 'ams'], ['fra', 'par', 'ams'])).toBeUndefined();
    expect(
      keysOf(['initContainers'], [{ name: 'a' }, { name: 'b' }], [{ name: 'b' }, { name: 'a' }]),
    ).toBeUndefined();
  });

  test('which is not so where a list of that name is a set', () => {
    expect(isOrdered(['spec', 'applicationNamespaces', 'clusters'])).toBe(false);
    expect(keysOf(['applicationNamespaces', 'clusters'], ['fra', 'ams'], ['ams', 'fra'])).toEqual([
      'ams',
      'fra',
    ]);
  });
});

// What API servers are told of the lists of the kinds we write: of built-in kinds, and of CRDs where the folder with them is there.
const crds = fileURLToPath(new URL('../../../shared/crds', import.meta.url));
const builtIn = fileURLToPath(new URL('../verify/generated/core-kinds.json', import.meta.url));

interface ListOf {
  readonly name: string;
  readonly type: string;
  readonly keys: readonly string[];
}

function listsIn(schema: unknown, name: string, found: Map<string, ListOf>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const node = schema as Readonly<Record<string, unknown>>;
  const type = node['x-kubernetes-list-type'];
  if (typeof type === 'string') {
    const keys = (node['x-kubernetes-list-map-keys'] ?? []) as string[];
    found.set(`${name} ${type} ${keys}`, { name, type, keys });
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      for (const [property, inner] of Object.entries(value)) listsIn(inner, property, found);
    else listsIn(value, name, found);
  }
}

function lists(): ListOf[] {
  const found = new Map<string, ListOf>();
  listsIn(JSON.parse(readFileSync(builtIn, 'utf8')), '', found);
  if (existsSync(crds))
    for (const path of readdirSync(crds, { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.yaml'))
        for (const document of parseAllDocuments(readFileSync(join(crds, path), 'utf8'), {
          logLevel: 'silent',
        }))
          listsIn(document.toJS(), '', found);
  return [...found.values()];
}

describe('as API servers know them', () => {
  const all = lists();

  test('items of maps are told apart by the keys of the schema', () => {
    const wrong = all.filter(({ name, type, keys }) => {
      if (type !== 'map') return false;
      // Two items that differ in nothing but one of the keys.
      return keys.some((key) => {
        const item = Object.fromEntries(keys.map((each) => [each, 'a']));
        const [one, other] = [{ ...item }, { ...item, [key]: 'b' }];
        const told = itemKeys([name], [one], [other]);
        return !isOrdered([name]) && (told === undefined || told.keyOf(one) === told.keyOf(other));
      });
    });
    expect(wrong.map(({ name, keys }) => `${name} by ${keys.join(', ')}`)).toEqual([]);
  });

  test('sets have no order', () => {
    expect(all.filter(({ name, type }) => type === 'set' && isOrdered([name]))).toEqual([]);
  });
});
