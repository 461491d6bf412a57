import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/storage-overwritten';

describe(id, () => {
  test('reports another size or class', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          storage: '{ size: 2Gi, volumeClaimTemplate: { resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/storage-overwritten 7:20 the size is 2Gi and the claim template says 1Gi, so the template is thrown away',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage:
            '{ storageClassName: fast, volumeClaimTemplate: { storageClassName: slow, resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/storage-overwritten 7:32 the class is fast and the claim template says slow, so the template is thrown away',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage:
            '{ storageClassName: fast, volumeClaimTemplate: { resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/storage-overwritten 7:32 the class is fast and the claim template says none, so the template is thrown away',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          storage: '{ size: 2Gi, volumeClaimTemplate: { resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual(['remove size, and let the template say it']);
  });

  test('is content with the same, with one of them, and where the webhook refuses', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          storage:
            '{ size: 1024Mi, storageClassName: fast, volumeClaimTemplate: { storageClassName: fast, resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage:
            '{ volumeClaimTemplate: { storageClassName: slow, resources: { requests: { storage: 1Gi } } } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage: '{ size: 1Gi, volumeClaimTemplate: { resources: { requests: { storage: 2Gi } } } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ storage: '{ size: 1Gi, storageClassName: fast }' }))).toEqual([]);
  });
});
