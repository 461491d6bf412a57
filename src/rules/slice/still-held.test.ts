import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  manifest,
  par,
  sliceManifest,
  topologyWith,
  withoutSlice,
} from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/still-held';

test('the Cluster of a member that leaves', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par, slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual(['error 5:1 Cluster par goes in the commit that has it as a member of the slice shop']);
});

test('the worker of a member', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'addon.open-cluster-management.io/v1alpha1',
          'ManagedClusterAddOn',
          '{ name: kubeslice, namespace: ams }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual(['error the worker of ams is taken off in the commit that has it as a member of the slice shop']);
});

test('the Project of an empty slice', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'Project',
          '{ name: shop, namespace: kubeslice-controller }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual(['error Project shop goes in the commit that has the slice shop in it']);
});

test('not the Project of the default slice alone', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({}, 'shop-default-slice') +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'Project',
          '{ name: shop, namespace: kubeslice-controller }',
          '{}',
        ),
      sliceManifest({}, 'shop-default-slice'),
    ),
  ).toEqual([]);
});

test('a profile in use', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({ standardQosProfileName: 'gold' }) +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'SliceQoSConfig',
          '{ name: gold, namespace: kubeslice-shop }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual(['error SliceQoSConfig gold goes in the commit in which the slice shop still has it']);
});

test('a profile of nobody', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'SliceQoSConfig',
          '{ name: gold, namespace: kubeslice-shop }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual([]);
});

test('the keys of a slice', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'VpnKeyRotation',
          '{ name: shop, namespace: kubeslice-shop }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual(['error VpnKeyRotation shop goes while its slice is there']);
});

test('the Cluster of no member', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest() +
        manifest(
          'controller.kubeslice.io/v1alpha1',
          'Cluster',
          '{ name: par, namespace: kubeslice-shop }',
          '{}',
        ),
      sliceManifest(),
    ),
  ).toEqual([]);
});

test('all of a slice that goes with its namespaces is one mistake', () => {
  expect(foundInChange(id, goodTopology, withoutSlice)).toEqual([]);
});
