import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/forced-bootstrap';

describe(id, () => {
  test('reports the pod', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, forceClusterBootstrapInPod: orders-1 } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/forced-bootstrap 8:83 orders starts from orders-1 whenever it is recovered',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, forceClusterBootstrapInPod: orders-1 } }',
        }),
      ),
    ).toEqual(['apply it once, and take it out of the file as soon as the cluster runs']);
  });

  test('is content without', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ galera: '{ enabled: false, recovery: { forceClusterBootstrapInPod: orders-1 } }' }),
      ),
    ).toEqual([]);
  });
});
