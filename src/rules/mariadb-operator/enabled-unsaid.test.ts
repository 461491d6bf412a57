import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/enabled-unsaid';

describe(id, () => {
  test('reports each part', () => {
    expect(findingsBy(id, mariadb({ galera: '{ sst: rsync }' }))).toEqual([
      'error mariadb-operator/enabled-unsaid 7:3 spec.galera does not say enabled, so Galera is off',
    ]);
    expect(findingsBy(id, mariadb({ replicas: '2', replication: '{}' }))).toEqual([
      'error mariadb-operator/enabled-unsaid 8:3 spec.replication does not say enabled, so replication is off',
    ]);
    expect(findingsBy(id, mariadb({ tls: '{ required: true }' }))).toEqual([
      'error mariadb-operator/enabled-unsaid 7:3 spec.tls does not say enabled, so TLS is off, although it is on where nothing is said of it',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ metrics: '{}', multiCluster: '{ primary: east }', maintenance: '{ cordon: true }' }),
      ),
    ).toEqual([
      'error mariadb-operator/enabled-unsaid 7:3 spec.metrics does not say enabled, so there are no metrics',
      'error mariadb-operator/enabled-unsaid 8:3 spec.multiCluster does not say enabled, so it joins no other cluster',
      'error mariadb-operator/enabled-unsaid 9:3 spec.maintenance does not say enabled, so there is no maintenance',
    ]);
    expect(fixesBy(id, mariadb({ tls: '{ required: true }' }))).toEqual([
      'write tls.enabled: true, or remove tls',
    ]);
  });

  test('reports Galera of an even number where the API server does', () => {
    expect(findingsBy(id, mariadb({ replicas: '2', galera: '{ sst: rsync }' }))).toEqual([
      'error mariadb-operator/enabled-unsaid 6:1 spec.galera does not say enabled, so Galera is off',
    ]);
  });

  test('reports what is within', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, recovery: { podSyncTimeout: 1h }, agent: { kubernetesAuth: { authDelegatorRoleName: a } } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/enabled-unsaid 8:28 spec.galera.recovery does not say enabled, so a cluster that lost its majority is not recovered',
      'error mariadb-operator/enabled-unsaid 8:71 spec.galera.agent.kubernetesAuth does not say enabled, so its agent, which can bootstrap a cluster, asks nobody for a password',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '2', replication: '{ enabled: true, agent: { basicAuth: { username: a } } }' }),
      ),
    ).toEqual([
      'error mariadb-operator/enabled-unsaid 8:42 spec.replication.agent.basicAuth does not say enabled, so its agent has no password',
    ]);
  });

  test('is content where it is said, and where nothing is', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(
      findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: true, recovery: { enabled: false } }' })),
    ).toEqual([]);
    expect(
      findingsBy(id, mariadb({ galera: '{ enabled: false, recovery: { podSyncTimeout: 1h } }' })),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, agent: { kubernetesAuth: { authDelegatorRoleName: a }, basicAuth: { enabled: true } } }',
        }),
      ),
    ).toEqual([]);
  });
});
