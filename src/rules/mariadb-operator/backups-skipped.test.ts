import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object, together } from './objects.testing.js';

const id = 'mariadb-operator/backups-skipped';

describe(id, () => {
  test('reports updates that stay pending, and a suspended database', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ updateStrategy: '{ type: OnDelete }' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }', schedule: '{ cron: "0 3 * * *" }' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/backups-skipped 7:27 nightly is skipped while an update of orders is pending, and OnDelete leaves updates pending',
    ]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ updateStrategy: '{ type: RollingUpdate, rollingUpdate: { partition: 1 } }' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }', schedule: '{ cron: "0 3 * * *" }' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/backups-skipped 7:70 nightly is skipped while an update of orders is pending, and the partition leaves updates pending',
    ]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ suspend: 'true' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }', schedule: '{ cron: "0 3 * * *" }' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/backups-skipped 7:12 nightly is skipped as long as orders is suspended',
    ]);
    expect(
      fixesBy(
        id,
        together(
          mariadb({ suspend: 'true' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }', schedule: '{ cron: "0 3 * * *" }' }),
        ),
      ),
    ).toEqual(['remove suspend, or take a backup by hand first']);
  });

  test('is content with updates that finish, and backups without a schedule', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ updateStrategy: '{ type: Never }' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }', schedule: '{ cron: "0 3 * * *" }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ updateStrategy: '{ type: OnDelete }' }),
          object('PhysicalBackup', { mariaDbRef: '{ name: orders }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ suspend: 'true' }),
          object('PhysicalBackup', {
            mariaDbRef: '{ name: orders }',
            schedule: '{ cron: "0 3 * * *", suspend: true }',
          }),
        ),
      ),
    ).toEqual([]);
  });
});
