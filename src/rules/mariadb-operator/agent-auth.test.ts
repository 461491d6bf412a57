import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/agent-auth';

describe(id, () => {
  test('reports both', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: true }, basicAuth: { enabled: true } } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/agent-auth 8:94 the agent of galera has both kubernetesAuth and basicAuth switched on',
    ]);
  });

  test('reports none', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: false }, basicAuth: { enabled: false } } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/agent-auth 8:64 the agent of galera has both kubernetesAuth and basicAuth switched off',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: false }, basicAuth: { enabled: false } } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/agent-auth 8:69 the agent of replication has both kubernetesAuth and basicAuth switched off',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          replicas: '2',
          replication:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: false }, basicAuth: { enabled: false } } }',
        }),
      ),
    ).toEqual(['remove both: the operator then chooses one']);
  });

  test('is content with one, with none said, and with both of replication, which nobody refuses', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: false }, basicAuth: { enabled: true } } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication:
            '{ enabled: true, agent: { kubernetesAuth: { enabled: true }, basicAuth: { enabled: true } } }',
        }),
      ),
    ).toEqual([]);
  });
});
