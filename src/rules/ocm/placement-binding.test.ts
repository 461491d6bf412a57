import { describe, expect, test } from 'vitest';
import { ownFindings } from './testing.js';

const id = 'ocm/placement-binding';
const binding = (set: string, namespace: string): string =>
  `apiVersion: cluster.open-cluster-management.io/v1beta2
kind: ManagedClusterSetBinding
metadata: { name: ${set}, namespace: ${namespace} }
spec: { clusterSet: ${set} }
`;
const placement = (namespace: string, sets = ''): string =>
  `apiVersion: cluster.open-cluster-management.io/v1beta1
kind: Placement
metadata: { name: all, namespace: ${namespace} }
spec: { ${sets} }
`;

describe('ocm/placement-binding', () => {
  test('reports a Placement in a namespace without a binding', () => {
    expect(ownFindings(id, binding('shop', 'delivery'), placement('databases'))).toEqual([
      'warning ocm/placement-binding 8:35 no ManagedClusterSetBinding lies in databases, the namespace of the Placement all',
    ]);
  });

  test('reports a set that is not among those bound there', () => {
    const sets = 'clusterSets: [shop, edge]';
    expect(
      ownFindings(id, binding('shop', 'delivery'), binding('core', 'delivery'), placement('delivery', sets)),
    ).toEqual([
      'warning ocm/placement-binding 14:29 the Placement all chooses from edge, but its namespace binds shop and core',
    ]);
  });

  test('is content with a bound set, and without any binding among the manifests', () => {
    expect(
      ownFindings(id, binding('shop', 'delivery'), placement('delivery', 'clusterSets: [shop]')),
    ).toEqual([]);
    expect(ownFindings(id, binding('shop', 'delivery'), placement('delivery'))).toEqual([]);
    expect(ownFindings(id, placement('databases', 'clusterSets: [shop]'))).toEqual([]);
  });
});
