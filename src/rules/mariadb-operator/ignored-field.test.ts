import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/ignored-field';

describe(id, () => {
  test('reports handlers of replicated servers', () => {
    expect(findingsBy(id, mariadb({ ...galera, startupProbe: '{ exec: { command: [a] } }' }))).toEqual([
      'warning mariadb-operator/ignored-field 9:19 the exec of startupProbe is not used: replicated servers are asked through their agent',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, standaloneProbes: true }',
          readinessProbe: '{ tcpSocket: { port: 3306 } }',
          livenessProbe: '{ tcpSocket: { port: 3306 } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/ignored-field 9:21 the tcpSocket of readinessProbe is not used: replicated servers are asked through their agent',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, startupProbe: '{ exec: { command: [a] } }' }))).toEqual([
      'remove it, and keep the numbers',
    ]);
  });

  test('reports zeros', () => {
    expect(findingsBy(id, mariadb({ livenessProbe: '{ initialDelaySeconds: 0 }' }))).toEqual([
      'warning mariadb-operator/ignored-field 7:41 initialDelaySeconds: 0 of livenessProbe counts as not given',
    ]);
    expect(
      findingsBy(id, mariadb({ ...galera, readinessProbe: '{ periodSeconds: 5, failureThreshold: 0 }' })),
    ).toEqual([
      'warning mariadb-operator/ignored-field 9:57 failureThreshold: 0 of readinessProbe counts as not given',
    ]);
  });

  test('reports fields of containers and updates', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, agent: { env: [], image: a }, initContainer: { image: a, volumeMounts: [], lifecycle: {} } }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/ignored-field 8:37 agent takes no env',
      'warning mariadb-operator/ignored-field 8:85 initContainer takes no volumeMounts and lifecycle',
    ]);
    expect(findingsBy(id, mariadb({ updateStrategy: '{ rollingUpdate: { maxUnavailable: 1 } }' }))).toEqual([
      'warning mariadb-operator/ignored-field 7:21 rollingUpdate is for the type RollingUpdate, and the type is ReplicasFirstPrimaryLast',
    ]);
  });

  test('is content with what is used', () => {
    expect(
      findingsBy(id, mariadb({ livenessProbe: '{ exec: { command: [a] }, initialDelaySeconds: 0 }' })),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, livenessProbe: '{ initialDelaySeconds: 1 }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, agent: { envFrom: [], resources: {} } }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ updateStrategy: '{ type: RollingUpdate, rollingUpdate: { maxUnavailable: 1 } }' }),
      ),
    ).toEqual([]);
  });
});
