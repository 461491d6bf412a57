import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/one-source';

describe(id, () => {
  test('reports none, and several', () => {
    expect(findingsBy(id, object('Backup', { mariaDbRef: '{ name: a }', storage: '{}' }))).toEqual([
      'error mariadb-operator/one-source 8:3 the Backup nightly has no place to write to: s3, persistentVolumeClaim or volume',
    ]);
    expect(
      findingsBy(
        id,
        object('PhysicalBackup', {
          mariaDbRef: '{ name: a }',
          storage: '{ s3: { bucket: b, endpoint: c }, volumeSnapshot: { volumeSnapshotClassName: d } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/one-source 8:46 the PhysicalBackup nightly has more than one place to write to: s3 and volumeSnapshot',
    ]);
    expect(
      findingsBy(
        id,
        object('PointInTimeRecovery', {
          physicalBackupRef: '{ name: a }',
          storage: '{ s3: { bucket: b, endpoint: c }, azureBlob: { containerName: b, serviceURL: c } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/one-source 8:46 the PointInTimeRecovery nightly has more than one place to write to: s3 and azureBlob',
    ]);
    expect(findingsBy(id, object('Restore', { mariaDbRef: '{ name: a }' }))).toEqual([
      'error mariadb-operator/one-source 6:1 the Restore nightly has no place to read from: backupRef, s3 or volume',
    ]);
    expect(findingsBy(id, object('SqlJob', { mariaDbRef: '{ name: a }', username: 'b' }))).toEqual([
      'error mariadb-operator/one-source 6:1 the SqlJob nightly has no SQL: sql or sqlConfigMapKeyRef',
    ]);
    expect(
      findingsBy(id, object('Connection', { username: 'b', passwordSecretKeyRef: '{ name: a, key: b }' })),
    ).toEqual([
      'error mariadb-operator/one-source 6:1 the Connection nightly has no server: mariaDbRef or maxScaleRef',
    ]);
    expect(
      findingsBy(
        id,
        object('Connection', { username: 'b', mariaDbRef: '{ name: a }', maxScaleRef: '{ name: c }' }),
      ),
    ).toEqual([
      'error mariadb-operator/one-source 6:1 the Connection nightly has no credential: passwordSecretKeyRef or tlsClientCertSecretRef',
      'error mariadb-operator/one-source 9:3 the Connection nightly has more than one server: mariaDbRef and maxScaleRef',
    ]);
    expect(fixesBy(id, object('Backup', { mariaDbRef: '{ name: a }', storage: '{}' }))).toEqual(['name one']);
  });

  test('reports a staging area where none is used', () => {
    expect(
      findingsBy(
        id,
        object('PhysicalBackup', {
          mariaDbRef: '{ name: a }',
          storage: '{ azureBlob: { containerName: b, serviceURL: c } }',
          stagingStorage: '{ volume: { emptyDir: {} } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/one-source 9:3 the PhysicalBackup nightly has a stagingStorage, which only S3 needs',
    ]);
    expect(
      findingsBy(
        id,
        object('Restore', {
          mariaDbRef: '{ name: a }',
          volume: '{ emptyDir: {} }',
          stagingStorage: '{ volume: { emptyDir: {} } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/one-source 9:3 the Restore nightly has a stagingStorage, which only S3 needs',
    ]);
  });

  test('is content with one', () => {
    expect(
      findingsBy(
        id,
        object('Backup', {
          mariaDbRef: '{ name: a }',
          storage: '{ s3: { bucket: b, endpoint: c } }',
          stagingStorage: '{ volume: { emptyDir: {} } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        object('Restore', {
          mariaDbRef: '{ name: a }',
          backupRef: '{ name: b }',
          stagingStorage: '{ volume: { emptyDir: {} } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(id, object('SqlJob', { mariaDbRef: '{ name: a }', username: 'b', sql: 'SELECT 1' })),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        object('Connection', {
          maxScaleRef: '{ name: a }',
          username: 'b',
          tlsClientCertSecretRef: '{ name: c }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, object('Backup', {}))).toEqual([]);
  });
});
