import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, replicaSet } from './testing.js';

const id = 'ocm/placement-toleration';
const user = replicaSet(carrying(configMap('settings')));
const placement = (tolerations = '', namespace = 'delivery'): string =>
  `apiVersion: cluster.open-cluster-management.io/v1beta1
kind: Placement
metadata: { name: everywhere, namespace: ${namespace} }
spec:
  clusterSets: [shop]
${tolerations}`;
const key = (state: string): string => `key: cluster.open-cluster-management.io/${state}`;

describe('ocm/placement-toleration', () => {
  test('reports a Placement without tolerations', () => {
    expect(ownFindings(id, placement(), user)).toEqual([
      'warning ocm/placement-toleration 4:1 the Placement everywhere, by which the ManifestWorkReplicaSet all delivers, drops a cluster that is unreachable or unavailable',
    ]);
  });

  test.each([
    [`{ ${key('unreachable')}, operator: Exists }`, 'unavailable'],
    [
      `{ ${key('unavailable')}, operator: Exists }, { ${key('unreachable')}, operator: Exists, tolerationSeconds: 300 }`,
      'unreachable',
    ],
    [
      `{ ${key('unavailable')}, operator: Exists }, { ${key('unreachable')}, operator: Exists, effect: PreferNoSelect }`,
      'unreachable',
    ],
    [`{ ${key('unavailable')} }, { ${key('unreachable')}, value: "true" }`, 'unreachable'],
  ])('reports %s', (tolerations, state) => {
    expect(ownFindings(id, placement(`  tolerations: [${tolerations}]\n`), user)).toEqual([
      `warning ocm/placement-toleration 6:3 the Placement everywhere, by which the ManifestWorkReplicaSet all delivers, drops a cluster that is ${state}`,
    ]);
  });

  test('reports the Placement of an add-on', () => {
    const addOn = `apiVersion: addon.open-cluster-management.io/v1alpha1
kind: ClusterManagementAddOn
metadata: { name: metrics }
spec: { installStrategy: { type: Placements, placements: [{ namespace: delivery, name: everywhere }] } }
`;
    expect(ownFindings(id, placement(), addOn)).toHaveLength(1);
  });

  test.each([
    '{ operator: Exists }',
    `{ ${key('unreachable')}, operator: Exists }, { ${key('unavailable')}, effect: NoSelect }`,
  ])('is content with %s', (tolerations) => {
    expect(ownFindings(id, placement(`  tolerations: [${tolerations}]\n`), user)).toEqual([]);
  });

  test('is content with a Placement nobody delivers by', () => {
    expect(ownFindings(id, placement())).toEqual([]);
    expect(ownFindings(id, placement('', 'elsewhere'), user)).toEqual([]);
  });
});
