import { describe, expect, test } from 'vitest';
import { findingsOfRule, policyManifest, sliceManifest, together } from './policy.testing.js';

const id = 'placement/slice';
const own = (...manifests: string[]): string[] => findingsOfRule(id, together(...manifests));
const managed = (name: string): string =>
  `apiVersion: cluster.open-cluster-management.io/v1\nkind: ManagedCluster\nmetadata: { name: ${name} }\n`;
const cluster = (name: string, namespace = 'kubeslice-shop'): string =>
  `apiVersion: controller.kubeslice.io/v1alpha1\nkind: Cluster\nmetadata: { name: ${name}, namespace: ${namespace} }\n`;

describe(id, () => {
  test('reports a slice that is not there, and the one that is meant', () => {
    expect(own(policyManifest().replace('sliceName: shop', 'sliceName: shp'), sliceManifest())).toEqual([
      `error ${id} 9:18 shop-orders names the slice shp in kubeslice-shop, which is not here`,
    ]);
    expect(own(policyManifest().replace('kubeslice-shop', 'kubeslice-demo'), sliceManifest())).toEqual([
      `error ${id} 8:25 shop-orders looks for the slice shop in kubeslice-demo, where it is not`,
    ]);
  });

  test('reports a cluster outside the slice', () => {
    expect(own(policyManifest(), sliceManifest('[fra, ams]'))).toEqual([
      `error ${id} 13:24 shop-orders places replicas on par, which is no cluster of the slice shop`,
    ]);
    // A slice without any is slice/not-a-member.
    expect(own(policyManifest(), sliceManifest('[]'))).toEqual([]);
  });

  test('reports a cluster that OCM or KubeSlice does not know', () => {
    const finding = `error ${id} 13:24 shop-orders places replicas on par, which is registered nowhere here`;
    expect(own(policyManifest(), managed('fra'), managed('ams'))).toEqual([finding]);
    expect(own(policyManifest(), cluster('fra'), cluster('ams'))).toEqual([finding]);
    expect(own(policyManifest(), sliceManifest(), managed('fra'), managed('ams'))).toEqual([finding]);
  });

  test('reports what several policies have wrong alike once', () => {
    const other = policyManifest().replace('shop-orders', 'shop-carts');
    expect(own(policyManifest(), other, sliceManifest('[fra, ams]'))).toEqual([
      `error ${id} 13:24 shop-orders and 1 more place replicas on par, which is no cluster of the slice shop`,
    ]);
    expect(own(policyManifest(), other, sliceManifest().replace('name: shop', 'name: mall'))).toEqual([
      `error ${id} 9:18 shop-orders and 1 more name the slice shop in kubeslice-shop, which is not here`,
    ]);
  });

  test('leaves to others what is their mistake', () => {
    const clusters = [cluster('fra'), cluster('ams'), cluster('par')];
    expect(own(policyManifest(), sliceManifest('[fra, ams, part]'), ...clusters)).toEqual([]);
    expect(own(policyManifest(), sliceManifest(), ...clusters.slice(0, 2))).toEqual([]);
    expect(own(policyManifest(), sliceManifest().replace('kubeslice-shop', 'shop'))).toEqual([]);
  });

  test('reports a cluster once', () => {
    expect(own(policyManifest(), sliceManifest('[fra, ams]'), cluster('fra'), cluster('ams'))).toEqual([
      `error ${id} 13:24 shop-orders places replicas on par, which is no cluster of the slice shop`,
    ]);
  });

  test('is content when all are there, and when nothing is', () => {
    expect(own(policyManifest())).toEqual([]);
    const all = ['fra', 'ams', 'par'];
    expect(
      own(policyManifest(), sliceManifest(), ...all.map(managed), ...all.map((name) => cluster(name))),
    ).toEqual([]);
    expect(own(policyManifest(), cluster('osl', 'kubeslice-demo'))).toEqual([]);
  });

  test('takes a SliceConfig without a namespace for the one that is named', () => {
    expect(own(policyManifest(), sliceManifest().replace('  namespace: kubeslice-shop\n', ''))).toEqual([]);
  });
});
