import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { clustersByIndex, isGapless, placementPolicies, policiesByName } from './placement-policies.js';

const policy = (name: string, rules: string): string => `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: ${name} }
spec: { clusterSpreadConstraint: { distributionRules: ${rules} } }
---
`;
const read = (content: string): ManifestSet =>
  new ManifestSet(readManifests({ name: 'm', content }).manifests);

test('reads the rules whatever their shape', () => {
  const [first, second] = placementPolicies(
    read(
      policy('a', '[{ clusterName: fra, replicaIndices: [0, "1", 1.5, 2] }, 7, {}]') + policy('b', 'none'),
    ),
  );
  expect(first?.rules.map(({ cluster, indices }) => [cluster, indices.map(({ index }) => index)])).toEqual([
    ['fra', [0, 2]],
    [undefined, []],
    [undefined, []],
  ]);
  expect(second?.rules).toEqual([]);
  expect(second?.distributes).toBe(true);
});

test('tells a list without gaps', () => {
  const gapless = (rules: string): (boolean | undefined)[] =>
    placementPolicies(read(policy('a', rules))).map(isGapless);
  expect(gapless('[{ replicaIndices: [2, 0] }, { replicaIndices: [1] }]')).toEqual([true]);
  expect(gapless('[]')).toEqual([true]);
  expect(gapless('[{ replicaIndices: [1] }]')).toEqual([false]);
  expect(gapless('[{ replicaIndices: [0] }, { replicaIndices: [0] }]')).toEqual([false]);
});

test('takes the first of two rules with one index, and of two policies with one name', () => {
  const set = read(
    policy('a', '[{ clusterName: fra, replicaIndices: [0] }, { clusterName: ams, replicaIndices: [0, 1] }]') +
      policy('a', '[]'),
  );
  const found = policiesByName(set).get('a');
  expect(found && [...clustersByIndex(found)].map(([index, { cluster }]) => [index, cluster])).toEqual([
    [0, 'fra'],
    [1, 'ams'],
  ]);
});
