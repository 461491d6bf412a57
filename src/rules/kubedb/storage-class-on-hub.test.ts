import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, placedBy } from './objects.testing.js';

describe('kubedb/storage-class-on-hub', () => {
  test('reports a class for all clusters', () => {
    expect(
      findingsBy(
        'kubedb/storage-class-on-hub',
        databaseManifest({
          ...placedBy('orders'),
          storage: '{ storageClassName: fast, resources: { requests: { storage: 20Gi } } }',
        }),
      ),
    ).toEqual([
      'warning kubedb/storage-class-on-hub 11:32 orders is distributed and names the class fast for all clusters, the hub included',
    ]);
    expect(
      fixesBy(
        'kubedb/storage-class-on-hub',
        databaseManifest({
          ...placedBy('orders'),
          storage: '{ storageClassName: fast, resources: { requests: { storage: 20Gi } } }',
        }),
      ),
    ).toEqual(['remove it, and write storageClassName in each distribution rule of the PlacementPolicy']);
  });

  test('is content without one, and on a single cluster', () => {
    expect(findingsBy('kubedb/storage-class-on-hub', databaseManifest(placedBy('orders')))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/storage-class-on-hub',
        databaseManifest({
          storage: '{ storageClassName: fast, resources: { requests: { storage: 20Gi } } }',
        }),
      ),
    ).toEqual([]);
  });
});
