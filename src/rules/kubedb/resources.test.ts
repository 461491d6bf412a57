import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, podWith } from './objects.testing.js';

describe('kubedb/resources', () => {
  test('reports a request above the limit', () => {
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: mariadb, resources: { requests: { memory: 8Gi, cpu: 2 }, limits: { memory: 4096Mi, cpu: 1500m } }',
          ),
        ),
      ),
    ).toEqual([
      'warning kubedb/resources 13:122 mariadb of orders requests memory 8Gi, above its limit 4096Mi, which becomes 8Gi',
      'warning kubedb/resources 13:135 mariadb of orders requests cpu 2, above its limit 1500m, which becomes 2',
    ]);
    expect(
      fixesBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: mariadb, resources: { requests: { memory: 8Gi, cpu: 2 }, limits: { memory: 4096Mi, cpu: 1500m } }',
          ),
        ),
      ),
    ).toEqual([
      'write the amount that is meant in both places',
      'write the amount that is meant in both places',
    ]);
  });

  test('reports memory that is not requested', () => {
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: postgres, resources: { requests: { memory: 1Gi, cpu: 500m }, limits: { memory: 4Gi, cpu: 2 } }',
          ),
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual(['warning kubedb/resources 13:90 postgres of orders requests memory 1Gi and may use 4Gi']);
    expect(
      fixesBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: postgres, resources: { requests: { memory: 1Gi, cpu: 500m }, limits: { memory: 4Gi, cpu: 2 } }',
          ),
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual(['request 4Gi as well']);
  });

  test('is content when they are equal, however spelt, and for what runs before or beside the server', () => {
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: side, image: busybox, resources: { requests: { memory: 1Mi }, limits: { memory: 1Gi } }',
          ),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest(
          podWith(
            'name: mariadb, resources: { requests: { memory: 1Gi, cpu: 500m }, limits: { memory: 1024Mi } }',
          ),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest({
          podTemplate:
            '{ spec: { initContainers: [{ name: mariadb-init, resources: { requests: { memory: 256Mi }, limits: { memory: 512Mi } } }] } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/resources',
        databaseManifest(
          podWith('name: mariadb, resources: { requests: { memory: much }, limits: { memory: 1Gi } }'),
        ),
      ),
    ).toEqual([]);
  });
});
