import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/recovery-eager';

describe(id, () => {
  test('reports a size that a healthy rest may fall below', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 2 } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/recovery-eager 8:71 orders is recovered as soon as fewer than 2 pods are in the cluster',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 50% } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/recovery-eager 8:71 orders is recovered as soon as fewer than 2 pods are in the cluster',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 50% } }',
        }),
      ),
    ).toEqual(['write 1, or leave it out']);
  });

  test('is content with 1, with what is off, and with what cannot be', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 1 } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 33% } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: false, minClusterSize: 2 } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 4 } }',
        }),
      ),
    ).toEqual([]);
  });
});
