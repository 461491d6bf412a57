import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/scale-out';

describe(id, () => {
  test('notes replication without a backup', () => {
    expect(findingsBy(id, mariadb(replication))).toEqual([
      'info mariadb-operator/scale-out 8:3 orders names no backup from which a replica more could be made',
    ]);
    expect(fixesBy(id, mariadb(replication))).toEqual([
      'name a PhysicalBackup as replication.replica.bootstrapFrom.physicalBackupTemplateRef',
    ]);
  });

  test('is content with one, and with Galera, where the cluster copies', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication:
            '{ enabled: true, replica: { bootstrapFrom: { physicalBackupTemplateRef: { name: a } } } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, replica: { recovery: { enabled: true } } }',
        }),
      ),
    ).toEqual([]);
  });
});
