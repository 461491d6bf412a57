import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

test('reports the kind that guides speak of, whatever its group', () => {
  const pod = policyManifest().replace('kind: PlacementPolicy', 'kind: PodPlacementPolicy');
  const findings = [
    'error placement/kind 2:7 shop-orders is a PodPlacementPolicy, a kind that does not exist',
  ];
  expect(findingsOfRule('placement/kind', pod)).toEqual(findings);
  expect(findingsOfRule('placement/kind', pod.replace('apps.k8s.appscode.com', 'kubedb.com'))).toEqual(
    findings,
  );
});

test('is content with PlacementPolicy', () => {
  expect(findingsOfRule('placement/kind', policyManifest())).toEqual([]);
});
