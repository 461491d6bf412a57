import { describe, expect, test } from 'vitest';
import { ownFindings } from './testing.js';

const id = 'ocm/set-binding';
const binding = (spec: string): string => `apiVersion: cluster.open-cluster-management.io/v1beta2
kind: ManagedClusterSetBinding
metadata:
  name: shop
  namespace: delivery
spec: ${spec}
`;

describe('ocm/set-binding', () => {
  test('reports a binding of another name, and one of nothing', () => {
    expect(ownFindings(id, binding('{ clusterSet: shops }'))).toEqual([
      'error ocm/set-binding 4:9 the ManagedClusterSetBinding shop binds shops: the two must be one name',
    ]);
    expect(ownFindings(id, binding('{}'))).toEqual([
      'error ocm/set-binding 6:1 the ManagedClusterSetBinding shop names no clusterSet',
    ]);
  });

  test('is content with one name, and leaves another type to the schema', () => {
    expect(ownFindings(id, binding('{ clusterSet: shop }'))).toEqual([]);
    expect(ownFindings(id, binding('{ clusterSet: 7 }'))).toEqual([]);
  });
});
