import { expect, test } from 'vitest';
import { freeClusterName, isKeptOff, isTakenOnHub, ownerOf } from './system-namespaces.js';

test.each([
  ['kube-system', 'Kubernetes', true],
  ['kube-databases', 'Kubernetes', false],
  ['kubeslice-shop', 'KubeSlice', false],
  ['kubeslice-controller', 'KubeSlice', true],
  ['open-cluster-management-hub', 'Open Cluster Management', true],
  ['istio-system', undefined, true],
  ['spire', undefined, true],
  ['kubernetes', undefined, false],
  ['shop', undefined, false],
])('%s belongs to %s', (namespace, owner, off) => {
  expect(ownerOf(namespace)).toBe(owner);
  expect(isKeptOff(namespace)).toBe(off);
});

test('knows what the hub has', () => {
  expect(['default', 'kubedb', 'kube-system', 'kubeslice-x'].map(isTakenOnHub)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['fra', 'kubeslice', 'default-1', 'spire'].map(isTakenOnHub)).toEqual([false, false, false, false]);
});

test.each([
  ['kube-ams', 'ams'],
  ['kubeslice-kube-ams', 'ams'],
  ['kubeslice-default', 'cluster-default'],
  ['open-cluster-management', 'cluster-1'],
])('instead of %s there is %s', (name, free) => {
  expect(freeClusterName(name)).toBe(free);
});
