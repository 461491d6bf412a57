import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/pod-range';

describe(id, () => {
  test('reports a pod that is not there', () => {
    expect(
      findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, primary: { podIndex: 3 } }' })),
    ).toEqual(['error mariadb-operator/pod-range 8:49 podIndex is 3, and orders has the pods 0 to 2']);
    expect(
      findingsBy(id, mariadb({ replicas: '2', replication: '{ enabled: true, primary: { podIndex: -1 } }' })),
    ).toEqual(['error mariadb-operator/pod-range 8:54 podIndex is -1, and orders has the pods 0 to 1']);
    expect(
      fixesBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, primary: { podIndex: 3 } }' })),
    ).toEqual(['remove it: the operator starts with pod 0, and moves the writes by itself']);
  });

  test('reports what recovery cannot count', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: 4 } }',
        }),
      ),
    ).toEqual(['error mariadb-operator/pod-range 8:71 minClusterSize is 4, and orders has 3 replicas']);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, minClusterSize: half } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/pod-range 8:71 minClusterSize is half, neither a number nor a percentage',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, forceClusterBootstrapInPod: orders-3 } }',
        }),
      ),
    ).toEqual(['error mariadb-operator/pod-range 8:83 orders-3 is no pod of orders']);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: true, forceClusterBootstrapInPod: orders-00 } }',
        }),
      ),
    ).toEqual(['error mariadb-operator/pod-range 8:83 orders-00 is no pod of orders']);
  });

  test('is content with pods of its own, and does not look at what is off', () => {
    expect(
      findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, primary: { podIndex: 2 } }' })),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, recovery: { enabled: true, minClusterSize: 50%, forceClusterBootstrapInPod: orders-2 } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ galera: '{ enabled: false, primary: { podIndex: 3 } }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, recovery: { enabled: false, minClusterSize: 9 } }',
        }),
      ),
    ).toEqual([]);
  });
});
