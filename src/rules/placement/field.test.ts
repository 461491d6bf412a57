import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/field';

test('reports the old shape', () => {
  const text = policyManifest().replace('  clusterSpreadConstraint:', '  ocm:');
  expect(findingsOfRule(id, text)).toEqual([
    `error ${id} 6:3 shop-orders has spec.ocm, the shape before KubeDB v2025.8.31`,
  ]);
});

test('reports fields of no release, together', () => {
  const rules = [
    'clusterName: fra, replicaIndices: [0]',
    'clusterName: ams, replicaIndices: [1], role: Member',
  ];
  expect(findingsOfRule(id, policyManifest(rules))).toEqual([
    `error ${id} 12:50 no KubeDB release has the field role`,
  ]);
  const both = policyManifest(rules, '    failoverPolicy: { mode: TwoDC }\n');
  expect(findingsOfRule(id, both)).toEqual([
    `error ${id} 13:5 no KubeDB release has the field failoverPolicy`,
  ]);
});

test('is content with the fields there are', () => {
  expect(findingsOfRule(id, policyManifest())).toEqual([]);
});
