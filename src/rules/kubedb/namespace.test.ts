import { describe, expect, test } from 'vitest';
import {
  databaseManifest,
  findingsBy,
  fixesBy,
  placedBy,
  policyManifest,
  together,
} from './objects.testing.js';

describe('kubedb/namespace', () => {
  test('reports a distributed database where it cannot be', () => {
    expect(
      findingsBy('kubedb/namespace', databaseManifest(placedBy('orders'), { namespace: 'kube-system' })),
    ).toEqual(['error kubedb/namespace 5:14 orders is distributed from the system namespace kube-system']);
    expect(
      findingsBy(
        'kubedb/namespace',
        databaseManifest(placedBy('orders'), { namespace: 'open-cluster-management-hub', kind: 'Postgres' }),
      ),
    ).toEqual([
      'error kubedb/namespace 5:14 orders is distributed from the system namespace open-cluster-management-hub',
    ]);
    expect(
      findingsBy(
        'kubedb/namespace',
        together(databaseManifest(placedBy('orders'), { namespace: 'ams' }), policyManifest('orders')),
      ),
    ).toEqual([
      'error kubedb/namespace 5:14 orders is in the namespace ams, which the hub has for the cluster of that name',
    ]);
    expect(
      fixesBy('kubedb/namespace', databaseManifest(placedBy('orders'), { namespace: 'kube-system' })),
    ).toEqual(['give the database a namespace of its own']);
  });

  test('is content elsewhere, and on a single cluster', () => {
    expect(
      findingsBy(
        'kubedb/namespace',
        together(databaseManifest(placedBy('orders')), policyManifest('orders')),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/namespace', databaseManifest({}, { namespace: 'kube-system' }))).toEqual([]);
  });
});
