import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, replicaSet } from './testing.js';

const id = 'ocm/replica-set-gate';
const set = replicaSet(carrying(configMap('a')));
const manager = (spec: string): string =>
  `apiVersion: operator.open-cluster-management.io/v1\nkind: ClusterManager\nmetadata: { name: hub }\nspec:\n  workConfiguration:\n    workDriver: kube\n${spec}`;

describe('ocm/replica-set-gate', () => {
  test('reports a hub without the gate, and one that lists it without switching it on', () => {
    expect(ownFindings(id, manager(''), set)).toEqual([
      'warning ocm/replica-set-gate 5:3 the ClusterManager hub does not enable ManifestWorkReplicaSet, so the ManifestWorkReplicaSet all does nothing',
    ]);
    expect(
      ownFindings(id, manager('    featureGates: [{ feature: ManifestWorkReplicaSet }]\n'), set),
    ).toEqual([
      'warning ocm/replica-set-gate 7:31 the ClusterManager hub does not enable ManifestWorkReplicaSet, so the ManifestWorkReplicaSet all does nothing',
    ]);
  });

  test('is content with the gate, without a ManifestWorkReplicaSet, and without a ClusterManager', () => {
    const gate = '    featureGates: [{ feature: ManifestWorkReplicaSet, mode: Enable }]\n';
    expect(ownFindings(id, manager(gate), set)).toEqual([]);
    expect(ownFindings(id, manager(''))).toEqual([]);
    expect(ownFindings(id, set)).toEqual([]);
  });
});
