import { describe, expect, test } from 'vitest';
import {
  databaseManifest,
  findingsBy,
  fixesBy,
  placedBy,
  policyManifest,
  together,
} from './objects.testing.js';

describe('kubedb/policy-reference', () => {
  test('reports a distributed database without a policy of its own', () => {
    expect(findingsBy('kubedb/policy-reference', databaseManifest({ distributed: 'true' }))).toEqual([
      'error kubedb/policy-reference 13:16 orders is distributed and names no PlacementPolicy, so it gets the one called default',
    ]);
    expect(
      findingsBy('kubedb/policy-reference', databaseManifest({ distributed: 'true' }, { kind: 'Postgres' })),
    ).toEqual([
      'error kubedb/policy-reference 13:16 orders is distributed and names no PlacementPolicy, so it gets the one called default',
    ]);
    expect(findingsBy('kubedb/policy-reference', databaseManifest(placedBy('default')))).toEqual([
      'error kubedb/policy-reference 14:54 orders is distributed by the PlacementPolicy default, which KubeDB installs without clusters',
    ]);
    expect(fixesBy('kubedb/policy-reference', databaseManifest({ distributed: 'true' }))).toEqual([
      'name a PlacementPolicy of its own as spec.podTemplate.spec.podPlacementPolicy.name',
    ]);
  });

  test('reports a policy that is not there', () => {
    expect(
      findingsBy(
        'kubedb/policy-reference',
        together(databaseManifest(placedBy('order')), policyManifest('orders')),
      ),
    ).toEqual([
      'error kubedb/policy-reference 14:54 orders is distributed by the PlacementPolicy order, which is not among the manifests',
    ]);
    expect(
      fixesBy(
        'kubedb/policy-reference',
        together(databaseManifest(placedBy('order')), policyManifest('orders')),
      ),
    ).toEqual(['did you mean orders?']);
  });

  test('reports a policy without clusters', () => {
    expect(
      findingsBy(
        'kubedb/policy-reference',
        together(
          databaseManifest(placedBy('orders')),
          `apiVersion: apps.k8s.appscode.com/v1\nkind: PlacementPolicy\nmetadata: { name: orders }\nspec: { nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway } }\n`,
        ),
      ),
    ).toEqual([
      'error kubedb/policy-reference 14:54 orders is distributed by the PlacementPolicy orders, which has no clusterSpreadConstraint',
    ]);
    expect(
      fixesBy(
        'kubedb/policy-reference',
        together(
          databaseManifest(placedBy('orders')),
          `apiVersion: apps.k8s.appscode.com/v1\nkind: PlacementPolicy\nmetadata: { name: orders }\nspec: { nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway } }\n`,
        ),
      ),
    ).toEqual(['add clusterSpreadConstraint with distributionRules and slice to the policy']);
  });

  test('is content when it is there, when no policies are, and on a single cluster', () => {
    expect(
      findingsBy(
        'kubedb/policy-reference',
        together(databaseManifest(placedBy('orders')), policyManifest('orders')),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/policy-reference', databaseManifest(placedBy('orders')))).toEqual([]);
    expect(
      findingsBy('kubedb/policy-reference', together(databaseManifest(), policyManifest('orders'))),
    ).toEqual([]);
  });
});
