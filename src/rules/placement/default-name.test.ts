import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
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

test('reports the PlacementPolicy that KubeDB makes', () => {
  const text = `${goodTopology}    kubedb: { placementPolicy: default }\n`;
  expect(findingsOf(text)).toEqual([
    'error placement/default-name 32:32 orders takes the PlacementPolicy default, which KubeDB has made already',
  ]);
  expect(fixesOf(text)).toEqual(['remove it: shop-orders is the default']);
});

test('lets a database that is not distributed take any', () => {
  const single = change(
    change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 3',
  );
  expect(findingsOf(`${single}    kubedb: { placementPolicy: default }\n`)).toEqual([]);
});
