import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/api-version', () => {
  test('reports the old version', () => {
    expect(
      findingsBy('kubedb/api-version', databaseManifest({}, { apiVersion: 'kubedb.com/v1alpha2' })),
    ).toEqual([
      'info kubedb/api-version 1:13 the MariaDB orders is written as kubedb.com/v1alpha2, which the API server turns into kubedb.com/v1',
    ]);
    expect(
      findingsBy(
        'kubedb/api-version',
        databaseManifest({}, { apiVersion: 'kubedb.com/v1alpha2', kind: 'Postgres' }),
      ),
    ).toEqual([
      'info kubedb/api-version 1:13 the Postgres orders is written as kubedb.com/v1alpha2, which the API server turns into kubedb.com/v1',
    ]);
    expect(
      fixesBy('kubedb/api-version', databaseManifest({}, { apiVersion: 'kubedb.com/v1alpha2' })),
    ).toEqual([
      'write kubedb.com/v1: deletionPolicy for terminationPolicy, and resources, env and volumeMounts under podTemplate.spec.containers',
    ]);
  });

  test('is content with the stored one, and with the one of GitOps', () => {
    expect(findingsBy('kubedb/api-version', databaseManifest())).toEqual([]);
    expect(
      findingsBy('kubedb/api-version', databaseManifest({}, { apiVersion: 'gitops.kubedb.com/v1alpha1' })),
    ).toEqual([]);
  });
});
