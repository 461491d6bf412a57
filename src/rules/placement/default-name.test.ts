import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/default-name';
const named = policyManifest().replace('name: shop-orders', 'name: default');
const chart = `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: default
  labels: { helm.sh/chart: petset-v2026.5.22 }
spec:
  nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway }
`;

test('reports a policy of one’s own, with clusters or without', () => {
  const finding = `error ${id} 4:9 the name default belongs to the PlacementPolicy of the petset chart`;
  expect(findingsOfRule(id, named)).toEqual([finding]);
  expect(findingsOfRule(id, chart.replace('petset-', 'mine-'))).toEqual([finding]);
});

test('is content with another name, and with the chart’s own policy', () => {
  expect(findingsOfRule(id, policyManifest())).toEqual([]);
  expect(findingsOfRule(id, chart)).toEqual([]);
});
