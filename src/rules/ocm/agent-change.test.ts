import { expect, test } from 'vitest';
import { foundInManifests, manifest } from '../change-cases.testing.js';

const id = 'ocm/agent-change';

test('the gate and the period', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: ams, workConfiguration: { featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }], appliedManifestWorkEvictionGracePeriod: 876000h } }',
      ),
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: ams, workConfiguration: { featureGates: [], appliedManifestWorkEvictionGracePeriod: 90m } }',
      ),
    ),
  ).toEqual([
    'warning the agent of fra loses the feature gate RawFeedbackJsonString',
    'warning the eviction period of the agent of fra was 876000h and would be 90m',
  ]);
});

test('another name', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: ams, workConfiguration: { featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }], appliedManifestWorkEvictionGracePeriod: 876000h } }',
      ),
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: cdg, workConfiguration: { featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }], appliedManifestWorkEvictionGracePeriod: 876000h } }',
      ),
    ),
  ).toEqual(['warning the agent of fra was registered as ams and would be as cdg']);
});

test('a longer period, another gate', () => {
  expect(
    foundInManifests(
      id,
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: ams, workConfiguration: { featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }], appliedManifestWorkEvictionGracePeriod: 90m } }',
      ),
      manifest(
        'operator.open-cluster-management.io/v1',
        'Klusterlet',
        '{ name: klusterlet }',
        '{ clusterName: ams, workConfiguration: { featureGates: [{ feature: RawFeedbackJsonString, mode: Enable }, { feature: ExecutorValidatingCaches, mode: Enable }], appliedManifestWorkEvictionGracePeriod: 2h } }',
      ),
    ),
  ).toEqual([]);
});
