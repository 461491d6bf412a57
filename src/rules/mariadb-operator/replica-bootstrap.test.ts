import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/replica-bootstrap';

describe(id, () => {
  test('reports recovery without a backup', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, replica: { recovery: { enabled: true } } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/replica-bootstrap 8:65 orders recovers its replicas, and has no backup to make them from',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, replica: { recovery: { enabled: true } } }',
        }),
      ),
    ).toEqual(['name a PhysicalBackup as replication.replica.bootstrapFrom.physicalBackupTemplateRef']);
  });

  test('is content with one, and without recovery', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication:
            '{ enabled: true, replica: { recovery: { enabled: true }, bootstrapFrom: { physicalBackupTemplateRef: { name: a } } } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, replica: { recovery: { enabled: false } } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ replication: '{ enabled: false, replica: { recovery: { enabled: true } } }' }),
      ),
    ).toEqual([]);
  });
});
