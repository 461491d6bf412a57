import { expect, test } from 'vitest';
import { foundBy, objectOf } from './testing.js';

const id = 'slice/wave';
const object = (kind: string, name: string, namespace: string, wave?: string, spec = '{}') =>
  objectOf(
    'controller.kubeslice.io/v1alpha1',
    kind,
    `{ name: ${name}, namespace: ${namespace}${wave ? `, annotations: { argocd.argoproj.io/sync-wave: "${wave}" }` : ''} }`,
    spec,
  );
const project = (wave?: string) => object('Project', 'shop', 'kubeslice-controller', wave);
const cluster = (wave?: string) => object('Cluster', 'fra', 'kubeslice-shop', wave);
const slice = (wave?: string) =>
  object('SliceConfig', 'shop', 'kubeslice-shop', wave, '{ clusters: [ams, fra, fra] }');

test('a slice with or before its clusters, clusters with or before their project', () => {
  expect(foundBy(id, cluster('2'), slice('2'))).toEqual([
    'warning 8:97 the SliceConfig shop is in wave 2, and needs the Cluster fra of wave 2',
  ]);
  expect(foundBy(id, cluster('2'), slice())).toEqual([
    'warning 8:13 the SliceConfig shop is in wave 0, and needs the Cluster fra of wave 2',
  ]);
  expect(foundBy(id, project(), cluster('-1'))).toEqual([
    'warning 8:96 the Cluster fra is in wave -1, and needs the Project shop of wave 0',
  ]);
});

test('one after the other, or without waves', () => {
  expect(foundBy(id, project('-1'), cluster(), slice('1'))).toEqual([]);
  expect(foundBy(id, project(), cluster(), slice())).toEqual([]);
  expect(foundBy(id, slice('0'))).toEqual([]);
});
