import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/indices';
const listed = (...lists: string[]): string[] =>
  findingsOfRule(
    id,
    policyManifest(lists.map((list, index) => `clusterName: c${index}, replicaIndices: [${list}]`)),
  );

test.each([
  [['0', '2'], ['12:45 shop-orders gives the index 2 a cluster, but not 1']],
  [['1, 2', '3'], ['11:45 shop-orders gives the index 1 a cluster, but not 0']],
  [['0, 7', '1, 5'], ['12:48 shop-orders gives the index 5 a cluster, but not 2']],
  [['0, 1', '1'], ['12:45 shop-orders gives the index 1 twice']],
  [['0, 0'], ['11:48 shop-orders gives the index 0 twice']],
  [['0, 2', '2'], ['12:45 shop-orders gives the index 2 twice']],
  [['-1, 0'], ['11:45 there is no replica -1']],
  [['', ''], ['11:7 shop-orders gives no replica a cluster']],
])('reports %j', (lists, findings) => {
  expect(listed(...lists)).toEqual(findings.map((finding) => `error ${id} ${finding}`));
});

test.each([[['0']], [['2, 0', '1']], [['0', '', '1']], [['"0"']], [['0.5']]])(
  'is content with %j',
  (lists) => {
    expect(listed(...lists)).toEqual([]);
  },
);

test('is content with a policy that is not over clusters', () => {
  const text = `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: local }
spec: { nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway } }
`;
  expect(findingsOfRule(id, text)).toEqual([]);
  expect(
    findingsOfRule(id, policyManifest().replace(/distributionRules:[\s\S]*$/, 'distributionRules: none\n')),
  ).toEqual([]);
});
