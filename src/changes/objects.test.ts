import { describe, expect, test } from 'vitest';
import { folders, identity, isObjectFile, mostRead, objectsIn } from './objects.js';

const fileOf = (path: string, content: string) => ({ path, content, source: '' });
const object = 'apiVersion: apps/v1\nkind: X\nmetadata: { name: a, namespace: b }\n';

test.each([
  ['fra/70-database/mariadb.shop.orders.yaml', true],
  ['a.yml', true],
  ['fra/70-database/kustomization.yaml', false],
  ['fra/values/kubedb.yaml', false],
  ['values/kubedb.yaml', true],
  ['RUNBOOK.md', false],
])('%s may hold objects: %s', (path, expected) => {
  expect(isObjectFile(path)).toBe(expected);
});

test.each([
  ['fra/70-database/a.yaml', 'fra', '70-database'],
  ['fra/a.yaml', 'fra', ''],
  ['a.yaml', '', ''],
  ['fra/70-x/y/a.yaml', 'fra', '70-x'],
])('%s is of cluster %j and wave %j', (path, cluster, wave) => {
  expect(folders(path)).toEqual({ cluster, wave });
});

describe('the objects of a file', () => {
  test('are read once, and know where they go', () => {
    const file = fileOf('fra/70-x/a.yaml', `${object}---\n${object.replace('name: a', 'name: c')}`);
    const found = objectsIn(file);
    expect(found.map((each) => [each.cluster, each.wave, each.manifest.name])).toEqual([
      ['fra', '70-x', 'a'],
      ['fra', '70-x', 'c'],
    ]);
    expect(objectsIn(file)).toBe(found);
  });

  test('are none where the file is none of objects, or too large', () => {
    expect(objectsIn(fileOf('fra/values/a.yaml', object))).toEqual([]);
    expect(objectsIn(fileOf('a.yaml', object + '#'.repeat(mostRead)))).toEqual([]);
    expect(objectsIn(fileOf('a.yaml', 'a: ['))).toEqual([]);
  });
});

test('an API server knows an object whatever its version', () => {
  const of = (content: string): string => objectsIn(fileOf('fra/70-x/a.yaml', content)).map(identity).join();
  expect(of(object)).toBe(of(object.replace('apps/v1', 'apps/v2')));
  expect(of(object)).not.toBe(of(object.replace('apps/v1', 'v1')));
  expect(of(object)).not.toBe(of(object.replace('namespace: b', 'namespace: c')));
});
