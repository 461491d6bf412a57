import { describe, expect, test } from 'vitest';
import {
  addOn,
  carrying,
  configMap,
  klusterlet,
  managedCluster,
  ownFindings,
  replicaSet,
  work,
} from './testing.js';

const id = 'ocm/unknown-cluster';
const known = managedCluster('amsterdam');
const cluster =
  'apiVersion: controller.kubeslice.io/v1alpha1\nkind: Cluster\nmetadata: { name: ams, namespace: kubeslice-shop }\n';
const said = (...documents: readonly string[]): string[] =>
  ownFindings(id, known, ...documents).map((finding) => finding.split(' ').slice(2).join(' '));

describe('ocm/unknown-cluster', () => {
  test('reports every kind of object that names a cluster', () => {
    expect(said(work(carrying(configMap('a'))))).toEqual([
      '12:14 the ManifestWork one names the cluster ams, for which there is no ManagedCluster',
    ]);
    expect(said(addOn('installNamespace: kubeslice-system\n'))).toEqual([
      '12:14 the ManagedClusterAddOn kubeslice names the cluster ams, for which there is no ManagedCluster',
    ]);
    expect(said(klusterlet('kubeAPIQPS: 50\n'))).toEqual([
      '13:16 the Klusterlet klusterlet names the cluster ams, for which there is no ManagedCluster',
    ]);
    expect(said(cluster)).toEqual([
      '10:19 the KubeSlice Cluster names the cluster ams, for which there is no ManagedCluster',
    ]);
  });

  test('reports a name once, however many have it', () => {
    const text = [known, addOn('installNamespace: kubeslice-system\n'), cluster];
    expect(ownFindings(id, ...text)).toEqual([
      'warning ocm/unknown-cluster 12:14 the ManagedClusterAddOn kubeslice and 1 more name the cluster ams, for which there is no ManagedCluster',
    ]);
  });

  test('reports a Placement that is in another namespace', () => {
    const placement = (namespace: string): string =>
      `apiVersion: cluster.open-cluster-management.io/v1beta1\nkind: Placement\nmetadata: { name: everywhere, namespace: ${namespace} }\n`;
    const set = replicaSet(carrying(configMap('a')));
    expect(ownFindings(id, set, placement('shop'))).toEqual([
      'warning ocm/unknown-cluster 8:27 the ManifestWorkReplicaSet all names the Placement everywhere, which is not in delivery',
    ]);
    expect(ownFindings(id, set, placement('delivery'))).toEqual([]);
    expect(ownFindings(id, set)).toEqual([]);
  });

  test('is content with known clusters, and without ManagedClusters', () => {
    expect(ownFindings(id, managedCluster(), cluster, klusterlet('{}\n'))).toEqual([]);
    expect(ownFindings(id, cluster)).toEqual([]);
  });
});
