import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, object, replication, together } from './objects.testing.js';

const id = 'mariadb-operator/point-in-time';

describe(id, () => {
  test('reports what has no log to archive', () => {
    expect(findingsBy(id, mariadb({ ...galera, pointInTimeRecoveryRef: '{ name: a }' }))).toEqual([
      'error mariadb-operator/point-in-time 9:3 orders is to be recovered to a point in time, which a Galera cluster is not',
    ]);
    expect(findingsBy(id, mariadb({ pointInTimeRecoveryRef: '{ name: a }' }))).toEqual([
      'error mariadb-operator/point-in-time 7:3 orders is to be recovered to a point in time, which a single server is not',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ ...replication, image: 'mariadb:10.6.20', pointInTimeRecoveryRef: '{ name: a }' }),
      ),
    ).toEqual([
      'error mariadb-operator/point-in-time 9:10 orders is to be recovered to a point in time, and MariaDB 10.6 is too old for it',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, pointInTimeRecoveryRef: '{ name: a }' }))).toEqual([
      'remove it, and take physical backups; or change to replication',
    ]);
  });

  test('reports what two databases share', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ ...replication, pointInTimeRecoveryRef: '{ name: a }' }),
          mariadb({ ...replication, pointInTimeRecoveryRef: '{ name: a }' }, { name: 'books' }),
        ),
      ),
    ).toEqual(['error mariadb-operator/point-in-time 21:35 books and orders write their logs to the same a']);
    expect(
      findingsBy(
        id,
        together(
          object(
            'PointInTimeRecovery',
            { physicalBackupRef: '{ name: a }', storage: '{ s3: { bucket: b, endpoint: c } }' },
            { name: 'first' },
          ),
          object(
            'PointInTimeRecovery',
            { physicalBackupRef: '{ name: a }', storage: '{ s3: { bucket: b, endpoint: c } }' },
            { name: 'second' },
          ),
        ),
      ),
    ).toEqual(['error mariadb-operator/point-in-time 17:28 second and first both write to c/b']);
    expect(
      fixesBy(
        id,
        together(
          object(
            'PointInTimeRecovery',
            {
              physicalBackupRef: '{ name: a }',
              storage: '{ azureBlob: { containerName: b, serviceURL: c, prefix: d } }',
            },
            { name: 'first' },
          ),
          object(
            'PointInTimeRecovery',
            {
              physicalBackupRef: '{ name: a }',
              storage: '{ azureBlob: { containerName: b, serviceURL: c, prefix: d/ } }',
            },
            { name: 'second' },
          ),
        ),
      ),
    ).toEqual(['give each a prefix of its own']);
  });

  test('is content with replication and places of their own', () => {
    expect(
      findingsBy(
        id,
        mariadb({ ...replication, image: 'mariadb:10.11.9', pointInTimeRecoveryRef: '{ name: a }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ replication: '{}', pointInTimeRecoveryRef: '{ name: a }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          object(
            'PointInTimeRecovery',
            { physicalBackupRef: '{ name: a }', storage: '{ s3: { bucket: b, endpoint: c, prefix: d } }' },
            { name: 'first' },
          ),
          object(
            'PointInTimeRecovery',
            { physicalBackupRef: '{ name: a }', storage: '{ s3: { bucket: b, endpoint: c, prefix: e } }' },
            { name: 'second' },
          ),
        ),
      ),
    ).toEqual([]);
  });
});
