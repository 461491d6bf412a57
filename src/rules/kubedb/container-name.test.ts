import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/container-name', () => {
  test('reports a container that KubeDB does not have', () => {
    expect(
      findingsBy(
        'kubedb/container-name',
        databaseManifest(
          podWith('name: maria-db, resources: { limits: { memory: 4Gi }, requests: { memory: 4Gi } }'),
        ),
      ),
    ).toEqual([
      'error kubedb/container-name 13:47 orders names the container maria-db, which no MariaDB of KubeDB has',
    ]);
    expect(
      findingsBy('kubedb/container-name', databaseManifest(podWith('name: mariadb'), { kind: 'Postgres' })),
    ).toEqual([
      'error kubedb/container-name 13:47 orders names the container mariadb, which no Postgres of KubeDB has',
    ]);
    expect(
      findingsBy(
        'kubedb/container-name',
        databaseManifest({ podTemplate: '{ spec: { initContainers: [{ name: mariadb_init }] } }' }),
      ),
    ).toEqual([
      'error kubedb/container-name 13:51 orders names the container mariadb_init, which no MariaDB of KubeDB has',
    ]);
    expect(
      fixesBy(
        'kubedb/container-name',
        databaseManifest(
          podWith('name: maria-db, resources: { limits: { memory: 4Gi }, requests: { memory: 4Gi } }'),
        ),
      ),
    ).toEqual(['did you mean mariadb?']);
  });

  test('is content with its own, with sidecars that have an image, and with what is no name', () => {
    expect(
      findingsBy(
        'kubedb/container-name',
        databaseManifest({
          podTemplate:
            '{ spec: { containers: [{ name: mariadb }, { name: md-coordinator }, { name: proxy, image: busybox }, { name: 7 }], initContainers: [{ name: mariadb-init }] } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/container-name',
        databaseManifest(
          {
            podTemplate:
              '{ spec: { containers: [{ name: postgres }, { name: pg-coordinator }], initContainers: [{ name: postgres-init-container }] } }',
          },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([]);
  });
});
