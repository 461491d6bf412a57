import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  manifest,
  topologyWith,
  withoutDatabases,
} from '../change-cases.testing.js';

const id = 'ocm/addon-change';

test('another Cluster', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: kubeslice-system, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-shop, name: ams }] }',
      ),
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: kubeslice-system, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-store, name: ams }] }',
      ),
    ),
  ).toEqual([
    'warning the worker of ams was rendered for kubeslice-shop/ams and would be for kubeslice-store/ams',
  ]);
});

test('another namespace', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: agents, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-shop, name: ams }] }',
      ),
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: kubeslice-system, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-shop, name: ams }] }',
      ),
    ),
  ).toEqual(['warning the worker of ams was installed in agents and would be in kubeslice-system']);
});

test('the same', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: kubeslice-system, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-shop, name: ams }] }',
      ),
      manifest(
        'addon.open-cluster-management.io/v1alpha1',
        'ManagedClusterAddOn',
        '{ name: kubeslice, namespace: ams }',
        '{ installNamespace: kubeslice-system, configs: [{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-shop, name: ams }] }',
      ) + manifest('v1', 'ConfigMap', '{ name: a, namespace: b }', '{}'),
    ),
  ).toEqual([]);
});

test('all of a project that has another name are told at once', () => {
  expect(
    foundInChange(id, withoutDatabasesOf('shop'), withoutDatabasesOf('store')).map((each) =>
      each.slice(each.indexOf('the')),
    ),
  ).toEqual([
    'the worker of ams and 1 more was rendered for kubeslice-shop/ams and would be for kubeslice-store/ams',
  ]);
});

function withoutDatabasesOf(project: string): string {
  return topologyWith(
    { slice: `  project: ${project}\n  namespaces: [tools]\n  clusters: [fra, ams]\n` },
    withoutDatabases,
  );
}
