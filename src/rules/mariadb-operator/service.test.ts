import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, object } from './objects.testing.js';

const id = 'mariadb-operator/service';

describe(id, () => {
  test('reports fields of another type of Service', () => {
    expect(findingsBy(id, mariadb({ service: '{ loadBalancerSourceRanges: [10.0.0.0/8] }' }))).toEqual([
      'error mariadb-operator/service 7:14 loadBalancerSourceRanges is for a LoadBalancer, and the Service is a ClusterIP',
    ]);
    expect(findingsBy(id, mariadb({ primaryService: '{ type: NodePort, loadBalancerClass: a }' }))).toEqual([
      'error mariadb-operator/service 7:37 loadBalancerClass is for a LoadBalancer, and the Service is a NodePort',
    ]);
    expect(findingsBy(id, mariadb({ secondaryService: '{ externalTrafficPolicy: Local }' }))).toEqual([
      'error mariadb-operator/service 7:23 externalTrafficPolicy is for a Service that is reached from outside, not for a ClusterIP',
    ]);
    expect(
      findingsBy(id, object('MaxScale', { kubernetesService: '{ allocateLoadBalancerNodePorts: false }' })),
    ).toEqual([
      'error mariadb-operator/service 7:24 allocateLoadBalancerNodePorts is for a LoadBalancer, and the Service is a ClusterIP',
    ]);
    expect(fixesBy(id, mariadb({ service: '{ loadBalancerSourceRanges: [10.0.0.0/8] }' }))).toEqual([
      'write type: LoadBalancer, or remove it',
    ]);
  });

  test('reports values that Kubernetes does not know', () => {
    expect(
      findingsBy(
        id,
        mariadb({ service: '{ type: LoadBalancer, externalTrafficPolicy: local, sessionAffinity: Client }' }),
      ),
    ).toEqual([
      'error mariadb-operator/service 7:57 externalTrafficPolicy is local, neither Cluster nor Local',
      'error mariadb-operator/service 7:81 sessionAffinity is Client, neither None nor ClientIP',
    ]);
  });

  test('reports ports that are taken', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          servicePorts:
            '[{ name: mariadb, port: 1 }, { name: a, port: 3306 }, { name: b, port: 9 }, { name: b, port: 10 }, { name: c, port: 9 }]',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/service 7:26 the port name mariadb is that of the server',
      'error mariadb-operator/service 7:63 the port 3306 is that of the server',
      'error mariadb-operator/service 7:101 the port name b is that of another',
      'error mariadb-operator/service 7:133 the port 9 is that of another',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ ...galera, servicePorts: '[{ name: a, port: 4567 }, { name: agent, port: 1 }]' }),
      ),
    ).toEqual([
      'error mariadb-operator/service 9:35 the port 4567 is that of Galera',
      'error mariadb-operator/service 9:51 the port name agent is that of the agent',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '2',
          replication: '{ enabled: true, agent: { port: 7000 } }',
          servicePorts: '[{ name: a, port: 7000 }]',
        }),
      ),
    ).toEqual(['error mariadb-operator/service 9:35 the port 7000 is that of the agent']);
  });

  test('is content with what fits', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          service:
            '{ type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8], externalTrafficPolicy: Local, sessionAffinity: ClientIP }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          service: '{ type: NodePort, externalTrafficPolicy: Cluster }',
          port: '3307',
          servicePorts: '[{ name: a, port: 3306 }, { name: sst, port: 4444 }]',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, servicePorts: '[{ name: a, port: 9000 }]' }))).toEqual([]);
  });
});
