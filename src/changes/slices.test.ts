import { expect, test } from 'vitest';
import { par, topologyWith, withoutSlice } from '../rules/change-cases.testing.js';
import { change, changePlanOf, goodTopology } from '../rules/testing.js';
import { readPolicy, sliceChanges } from './slices.js';

function changesOf(before: string, after: string) {
  return sliceChanges(changePlanOf(before, after).change).map(({ object, ...rest }) => ({
    kind: object.kind,
    ...rest,
  }));
}

test('members that join and leave a slice that stays', () => {
  const of = (names: string) => topologyWith({ more: par, slice: `  clusters: [${names}]\n` });
  const [found] = changesOf(of('fra, ams'), of('fra, par, ams'));
  expect(found).toMatchObject({ kind: 'changed', goes: false, comes: false, joining: ['par'], leaving: [] });
  expect(found?.after?.namespaces.get('shop')).toEqual(new Set(['fra', 'par', 'ams']));
  const [back] = changesOf(of('fra, par, ams'), of('fra, ams'));
  expect(back).toMatchObject({ joining: [], leaving: ['par'] });
});

test('all of them join and leave with the slice', () => {
  expect(changesOf(withoutSlice, goodTopology)).toMatchObject([
    { kind: 'added', goes: false, comes: true, joining: ['fra', 'ams'], leaving: [] },
  ]);
  expect(changesOf(goodTopology, withoutSlice)).toMatchObject([
    { kind: 'removed', goes: true, comes: false, joining: [], leaving: ['fra', 'ams'] },
  ]);
  const renamed = change(goodTopology, '  name: shop\n  subnet', '  name: store\n  subnet');
  expect(changesOf(goodTopology, renamed)).toMatchObject([
    { kind: 'renamed', goes: true, comes: true, joining: ['fra', 'ams'], leaving: ['fra', 'ams'] },
  ]);
});

test('a policy names its slice and its clusters', () => {
  const { change: subject } = changePlanOf(goodTopology, goodTopology);
  const policies = subject.objectsOf('after', 'PlacementPolicy', 'apps.k8s.appscode.com');
  expect(policies.map(readPolicy)).toEqual([
    { name: 'shop-orders', slice: 'kubeslice-shop/shop', clusters: ['fra', 'ams'] },
  ]);
});
