import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/environment', () => {
  test('reports a variable that sets the superuser', () => {
    expect(
      findingsBy(
        'kubedb/environment',
        databaseManifest(
          podWith('name: mariadb, env: [{ name: TZ, value: UTC }, { name: MYSQL_ROOT_PASSWORD, value: x }]'),
        ),
      ),
    ).toEqual(['error kubedb/environment 13:96 orders sets MYSQL_ROOT_PASSWORD, which KubeDB refuses']);
    expect(
      findingsBy(
        'kubedb/environment',
        databaseManifest(podWith('name: postgres, env: [{ name: POSTGRES_USER, value: x }]'), {
          kind: 'Postgres',
        }),
      ),
    ).toEqual(['error kubedb/environment 13:71 orders sets POSTGRES_USER, which KubeDB refuses']);
    expect(
      findingsBy(
        'kubedb/environment',
        databaseManifest(
          podWith('name: side, image: busybox, env: [{ name: MYSQL_ALLOW_EMPTY_PASSWORD, value: "1" }]'),
          { apiVersion: 'gitops.kubedb.com/v1alpha1' },
        ),
      ),
    ).toEqual([
      'error kubedb/environment 13:83 orders sets MYSQL_ALLOW_EMPTY_PASSWORD, which KubeDB refuses',
    ]);
    expect(
      fixesBy(
        'kubedb/environment',
        databaseManifest(
          podWith('name: mariadb, env: [{ name: TZ, value: UTC }, { name: MYSQL_ROOT_PASSWORD, value: x }]'),
        ),
      ),
    ).toEqual([
      'remove it, and name a secret of type kubernetes.io/basic-auth with username and password as spec.authSecret',
    ]);
  });

  test('is content with others, and with those of the other engine', () => {
    expect(
      findingsBy(
        'kubedb/environment',
        databaseManifest(podWith('name: mariadb, env: [{ name: POSTGRES_USER, value: x }, 7]')),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/environment',
        databaseManifest({
          podTemplate:
            '{ spec: { initContainers: [{ name: mariadb-init, env: [{ name: MYSQL_ROOT_PASSWORD, value: x }] }] } }',
        }),
      ),
    ).toEqual([]);
  });
});
