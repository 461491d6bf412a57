import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/bootstrap-from';

describe(id, () => {
  test('reports no source, and two', () => {
    expect(
      findingsBy(id, mariadb({ bootstrapFrom: '{ targetRecoveryTime: 2026-11-01T00:00:00Z }' })),
    ).toEqual(['error mariadb-operator/bootstrap-from 7:3 orders is to start from a backup, and names none']);
    expect(
      findingsBy(
        id,
        mariadb({ bootstrapFrom: '{ volumeSnapshotRef: { name: a }, s3: { bucket: b, endpoint: c } }' }),
      ),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:52 volumeSnapshotRef and s3 cannot both be the source',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ bootstrapFrom: '{ pointInTimeRecoveryRef: { name: a }, backupRef: { name: b } }' }),
      ),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:57 pointInTimeRecoveryRef and backupRef cannot both be the source',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ bootstrapFrom: '{ pointInTimeRecoveryRef: { name: a }, volumeSnapshotRef: { name: b } }' }),
      ),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:57 pointInTimeRecoveryRef and volumeSnapshotRef cannot both be the source',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({ bootstrapFrom: '{ pointInTimeRecoveryRef: { name: a }, volumeSnapshotRef: { name: b } }' }),
      ),
    ).toEqual(['remove volumeSnapshotRef']);
  });

  test('reports a kind and a content that do not fit', () => {
    expect(findingsBy(id, mariadb({ bootstrapFrom: '{ backupRef: { name: a, kind: Dump } }' }))).toEqual([
      'error mariadb-operator/bootstrap-from 7:48 backupRef has the kind Dump, neither Backup nor PhysicalBackup',
    ]);
    expect(
      findingsBy(id, mariadb({ bootstrapFrom: '{ backupRef: { name: a }, backupContentType: Physical }' })),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:63 the source is a Backup, and backupContentType is Physical',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          bootstrapFrom: '{ backupRef: { name: a, kind: PhysicalBackup }, backupContentType: Logical }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:85 the source is a PhysicalBackup, and backupContentType is Logical',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ bootstrapFrom: '{ volumeSnapshotRef: { name: a }, backupContentType: Logical }' }),
      ),
    ).toEqual([
      'error mariadb-operator/bootstrap-from 7:71 the source is a snapshot of a volume, and backupContentType is Logical',
    ]);
  });

  test('is content with one source', () => {
    expect(findingsBy(id, mariadb({ bootstrapFrom: '{ backupRef: { name: a } }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ bootstrapFrom: '{ s3: { bucket: b, endpoint: c }, backupContentType: Logical }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          bootstrapFrom: '{ azureBlob: { containerName: b, serviceURL: c }, volumeSnapshotRef: { name: a } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(id, mariadb({ bootstrapFrom: '{ backupRef: { name: a }, backupContentType: Neither }' })),
    ).toEqual([]);
  });
});
