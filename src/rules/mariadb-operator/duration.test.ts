import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object } from './objects.testing.js';

const id = 'mariadb-operator/duration';

describe(id, () => {
  test('reports what Go does not read', () => {
    expect(findingsBy(id, object('Backup', { maxRetention: '30d' }))).toEqual([
      'error mariadb-operator/duration 7:17 maxRetention is 30d, which is no time in h, m and s',
    ]);
    expect(findingsBy(id, object('PhysicalBackup', { timeout: '"60"', maxRetention: '2w' }))).toEqual([
      'error mariadb-operator/duration 7:12 timeout is 60, which is no time in h, m and s',
      'error mariadb-operator/duration 8:17 maxRetention is 2w, which is no time in h, m and s',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, podSyncTimeout: 5 min } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/duration 8:71 galera.recovery.podSyncTimeout is 5 min, which is no time in h, m and s',
    ]);
    expect(
      findingsBy(id, object('MaxScale', { monitor: '{ interval: 2 }', requeueInterval: 'soon' })),
    ).toEqual([
      'error mariadb-operator/duration 8:20 requeueInterval is soon, which is no time in h, m and s',
    ]);
    expect(fixesBy(id, object('Backup', { maxRetention: '30d' }))).toEqual(['write 720h']);
    expect(fixesBy(id, object('Backup', { maxRetention: '2 weeks' }))).toEqual(['write 336h']);
    expect(fixesBy(id, object('Backup', { maxRetention: 'long' }))).toEqual([
      'write it such as 720h, 10m or 1m30s',
    ]);
  });

  test('is content with hours, minutes and seconds', () => {
    expect(findingsBy(id, object('Backup', { maxRetention: '720h' }))).toEqual([]);
    expect(findingsBy(id, object('User', { requeueInterval: '1m30.5s', retryInterval: '"0"' }))).toEqual([]);
  });
});
