import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  manifest,
  sliceManifest,
  topologyWith,
  withoutDatabases,
  withoutSlice,
} from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'slice/removal';

test('a slice with namespaces', () => {
  expect(foundInChange(id, goodTopology, withoutSlice)).toEqual([
    'error 1:1 SliceConfig shop goes in the commit that still has shop and kubedb on it',
  ]);
});

test('another name is a removal, too', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  clusters: [fra, ams]\n  namespaces: [tools]\n' }, withoutDatabases),
      change(
        topologyWith({ slice: '  clusters: [fra, ams]\n  namespaces: [tools]\n' }, withoutDatabases),
        '  name: shop\n  subnet',
        '  name: store\n  subnet',
      ),
    ),
  ).toEqual(['error 16:1 SliceConfig shop goes in the commit that still has tools on it']);
});

test('exports of it', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'ServiceExportConfig',
          '{ name: orders-shop-fra, namespace: kubeslice-shop }',
          '{ sliceName: shop }',
        ),
      manifest('v1', 'ConfigMap', '{ name: a, namespace: b }', '{}'),
    ),
  ).toEqual(['error SliceConfig shop goes while orders-shop-fra is exported on it']);
});

test('a slice that is empty', () => {
  expect(
    foundInManifests(id, sliceManifest(), manifest('v1', 'ConfigMap', '{ name: a, namespace: b }', '{}')),
  ).toEqual([]);
});

test('a slice that lets go of its namespaces', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({
        namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
      }),
      sliceManifest(),
    ),
  ).toEqual([]);
});
