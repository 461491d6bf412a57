import { describe, expect, test } from 'vitest';
import { klusterlet, ownFindings } from './testing.js';

const id = 'ocm/gate';
const manager = (block: string, gate: string): string =>
  `apiVersion: operator.open-cluster-management.io/v1\nkind: ClusterManager\nmetadata: { name: hub }\nspec:\n  ${block}: { featureGates: [{ feature: ${gate}, mode: Enable }] }\n`;

describe('ocm/gate', () => {
  test('reports a misspelt gate', () => {
    expect(
      ownFindings(id, klusterlet('featureGates:\n  - { feature: RawFeedbackJSON, mode: Enable }\n')),
    ).toEqual([
      'warning ocm/gate 9:20 the Klusterlet lists the feature gate RawFeedbackJSON, which workConfiguration does not know',
    ]);
  });

  test('reports a gate of another block and one of the hub', () => {
    expect(ownFindings(id, klusterlet('featureGates: [{ feature: ClusterClaim }]\n'))).toHaveLength(1);
    expect(ownFindings(id, klusterlet('featureGates: [{ feature: ManifestWorkReplicaSet }]\n'))).toHaveLength(
      1,
    );
    expect(ownFindings(id, manager('registrationConfiguration', 'ManifestWorkReplicaSet'))).toEqual([
      'warning ocm/gate 5:58 the ClusterManager lists the feature gate ManifestWorkReplicaSet, which registrationConfiguration does not know',
    ]);
  });

  test.each([
    ['registrationConfiguration', 'ManagedClusterAutoApproval'],
    ['workConfiguration', 'ManifestWorkReplicaSet'],
    ['addOnManagerConfiguration', 'AddonManagement'],
  ])('is content with %s: %s', (block, gate) => {
    expect(ownFindings(id, manager(block, gate))).toEqual([]);
  });

  test('is content with the gates of the agent, and with an entry without a name', () => {
    expect(
      ownFindings(id, klusterlet('featureGates: [{ feature: RawFeedbackJsonString }, { mode: Enable }]\n')),
    ).toEqual([]);
  });
});
