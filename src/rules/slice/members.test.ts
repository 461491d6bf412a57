import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/members';
const fra = hubObject('Cluster', '{}');
const ams = hubObject('Cluster', '{}', 'ams');

test('a cluster stands once', () => {
  expect(foundBy(id, sliceConfig({ clusters: '[fra, ams, fra]' }))).toEqual([
    'error 10:24 the SliceConfig shop names fra twice',
  ]);
});

test('a cluster is registered in the project', () => {
  expect(foundBy(id, fra, ams, sliceConfig({ clusters: '[fra, asm, asm, paris]' }))).toEqual([
    'error 20:19 the SliceConfig shop names asm, and no Cluster here registers it in kubeslice-shop',
    'error 20:29 the SliceConfig shop names paris, and no Cluster here registers it in kubeslice-shop',
  ]);
  expect(foundBy(id, fra, hubObject('Cluster', '{}', 'ams', 'kubeslice-other'), sliceConfig())).toEqual([
    'error 20:19 the SliceConfig shop names ams, and no Cluster here registers it in kubeslice-shop',
  ]);
});

test('all registered, or none here', () => {
  expect(foundBy(id, fra, ams, sliceConfig())).toEqual([]);
  expect(foundBy(id, sliceConfig())).toEqual([]);
  expect(foundBy(id, fra, sliceConfig({ clusters: '[]' }))).toEqual([]);
});

test('a Cluster that lies or is called wrongly is the mistake', () => {
  const managed = ['fra', 'ams'].map(
    (name) =>
      `apiVersion: cluster.open-cluster-management.io/v1\nkind: ManagedCluster\nmetadata: { name: ${name} }\nspec: {}\n`,
  );
  expect(foundBy(id, fra, hubObject('Cluster', '{}', 'ams', 'mall'), sliceConfig())).toEqual([]);
  expect(foundBy(id, fra, hubObject('Cluster', '{}', 'asm'), sliceConfig(), ...managed)).toEqual([]);
  expect(foundBy(id, fra, sliceConfig(), ...managed)).toHaveLength(1);
});
