import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/volumes-deleted';

describe(id, () => {
  test('reports volumes that go with the object', () => {
    expect(
      findingsBy(id, mariadb({ storage: '{ size: 1Gi, pvcRetentionPolicy: { whenDeleted: Delete } }' })),
    ).toEqual([
      'warning mariadb-operator/volumes-deleted 7:60 the volumes of orders are deleted together with it',
    ]);
    expect(
      fixesBy(id, mariadb({ storage: '{ size: 1Gi, pvcRetentionPolicy: { whenDeleted: Delete } }' })),
    ).toEqual(['write Retain [Retain]']);
  });

  test('is content with those that stay', () => {
    expect(findingsBy(id, mariadb())).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage: '{ size: 1Gi, pvcRetentionPolicy: { whenDeleted: Retain, whenScaled: Delete } }',
        }),
      ),
    ).toEqual([]);
  });
});
