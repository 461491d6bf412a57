import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, member, object, together } from './objects.testing.js';

const id = 'mariadb-operator/multi-cluster-replica';

describe(id, () => {
  test('reports a start from a logical backup', () => {
    expect(findingsBy(id, member('west', { bootstrapFrom: '{ s3: { bucket: a, endpoint: b } }' }))).toEqual([
      'warning mariadb-operator/multi-cluster-replica 11:3 west follows east, and starts from a logical backup',
    ]);
    expect(
      findingsBy(
        id,
        member('west', {
          bootstrapFrom: '{ volume: { nfs: { server: a, path: b } }, backupContentType: Logical }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/multi-cluster-replica 11:80 west follows east, and starts from a logical backup',
    ]);
    expect(fixesBy(id, member('west', { bootstrapFrom: '{ s3: { bucket: a, endpoint: b } }' }))).toEqual([
      'start from a PhysicalBackup of the primary: backupContentType: Physical',
    ]);
  });

  test('reports a backup of a member that follows', () => {
    expect(
      findingsBy(
        id,
        together(
          member('west'),
          object('PhysicalBackup', {
            mariaDbRef: '{ name: west }',
            storage: '{ s3: { bucket: a, endpoint: b } }',
          }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/multi-cluster-replica 20:23 nightly backs up west, which follows east',
    ]);
  });

  test('is content with physical backups of the primary', () => {
    expect(findingsBy(id, member('west'))).toEqual([]);
    expect(
      findingsBy(id, member('west', { bootstrapFrom: '{ backupRef: { name: a, kind: PhysicalBackup } }' })),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        member('west', { bootstrapFrom: '{ s3: { bucket: a, endpoint: b }, backupContentType: Physical }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, member('east', { bootstrapFrom: '{ s3: { bucket: a, endpoint: b } }' }))).toEqual(
      [],
    );
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          member('west'),
          object('PhysicalBackup', {
            mariaDbRef: '{ name: east }',
            storage: '{ s3: { bucket: a, endpoint: b } }',
          }),
        ),
      ),
    ).toEqual([]);
  });
});
