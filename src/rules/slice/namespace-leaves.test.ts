import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  manifest,
  sliceManifest,
  topologyWith,
} from '../change-cases.testing.js';

const id = 'slice/namespace-leaves';

test('one', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  namespaces: [shop, kubedb, tools]\n' }),
      topologyWith({ slice: '  namespaces: [shop, kubedb]\n' }),
    ),
  ).toEqual(['warning 19:15 tools leaves SliceConfig shop, with the pods that run there']);
});

test('on one cluster alone', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  namespaces: [shop, kubedb, tools]\n' }),
      topologyWith({ slice: '  namespaces: [shop, kubedb, { namespace: tools, clusters: [fra] }]\n' }),
    ),
  ).toEqual(['warning 19:3 tools leaves SliceConfig shop, with the pods that run there']);
});

test('one with a quota', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({
        namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
      }) + manifest('v1', 'ResourceQuota', '{ name: q, namespace: shop }', '{}'),
      sliceManifest() + manifest('v1', 'ResourceQuota', '{ name: q, namespace: shop }', '{}'),
    ),
  ).toEqual(['warning shop cannot leave SliceConfig shop: a ResourceQuota is there']);
});

test('every member by name is all members', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  namespaces: [shop, kubedb, tools]\n' }),
      topologyWith({ slice: '  namespaces: [shop, kubedb, { namespace: tools, clusters: [ams, fra] }]\n' }),
    ),
  ).toEqual([]);
});
