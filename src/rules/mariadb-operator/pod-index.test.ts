import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/pod-index';

describe(id, () => {
  test('reports the number, of both ways', () => {
    expect(
      findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, primary: { podIndex: 0 } }' })),
    ).toEqual([
      'warning mariadb-operator/pod-index 8:49 orders says podIndex: 0, a field the operator changes',
    ]);
    expect(
      findingsBy(id, mariadb({ replicas: '2', replication: '{ enabled: true, primary: { podIndex: 1 } }' })),
    ).toEqual([
      'warning mariadb-operator/pod-index 8:54 orders says podIndex: 1, a field the operator changes',
    ]);
    expect(
      fixesBy(id, mariadb({ replicas: '2', replication: '{ enabled: true, primary: { podIndex: 1 } }' })),
    ).toEqual(['remove it; it does not choose the pod that starts a Galera cluster either, which is pod 0']);
  });

  test('is content without, where the operator leaves it, and where another rule speaks', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, primary: { podIndex: 0, autoFailover: false } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, primary: { podIndex: 3 } }' })),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ galera: '{ enabled: false, primary: { podIndex: 0 } }' }))).toEqual([]);
  });
});
