import { describe, expect, test } from 'vitest';
import type { Cluster, Database } from '../topology/index.js';
import { loadBalancerProvider, planService } from './service.js';

const database = (service?: Database['service']): Database => ({
  name: 'wiki',
  namespace: 'wiki',
  provider: 'statefulset',
  engine: 'mariadb',
  placement: [{ cluster: 'fra', replicas: 3 }],
  storage: { size: '64Gi' },
  ...(service && { service }),
});
const cluster = (said: Partial<Cluster>): Cluster => ({ name: 'fra', distribution: 'other', ...said });
const internal: Database['service'] = { exposure: 'internal-load-balancer', allowFrom: ['10.20.0.0/16'] };

test('without a word clients are inside the cluster', () => {
  expect(planService(database(), cluster({ distribution: 'aks' }))).toEqual({
    type: 'ClusterIP',
    annotations: {},
    sourceRanges: [],
  });
});

describe('an internal load balancer', () => {
  test.each<[Partial<Cluster>, Record<string, string>]>([
    [{ distribution: 'aks' }, { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }],
    [
      { distribution: 'eks' },
      {
        'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
        'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
        'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes':
          'preserve_client_ip.enabled=true',
      },
    ],
    [{ distribution: 'gke' }, { 'networking.gke.io/load-balancer-type': 'Internal' }],
    [
      { capabilities: { loadBalancerProvider: 'openstack' } },
      {
        'service.beta.kubernetes.io/openstack-internal-load-balancer': 'true',
        'loadbalancer.openstack.org/enable-health-monitor': 'true',
      },
    ],
    [{ capabilities: { loadBalancerProvider: 'metallb' } }, {}],
  ])('on %j', (place, annotations) => {
    expect(planService(database(internal), cluster(place))).toMatchObject({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      sourceRanges: ['10.20.0.0/16'],
      annotations,
    });
    expect(Object.keys(planService(database(internal), cluster(place)).annotations)).toEqual(
      Object.keys(annotations),
    );
  });

  test('takes its subnet and address as each cloud wants them', () => {
    const asked = { ...internal, subnet: 'databases', address: '10.20.0.50' };
    expect(planService(database(asked), cluster({ distribution: 'aks' })).annotations).toEqual({
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
      'service.beta.kubernetes.io/azure-load-balancer-internal-subnet': 'databases',
      'service.beta.kubernetes.io/azure-load-balancer-ipv4': '10.20.0.50',
    });
    expect(planService(database(asked), cluster({ distribution: 'gke' })).loadBalancerIP).toBe('10.20.0.50');
  });

  test('an address pool is one of MetalLB', () => {
    expect(planService(database({ ...internal, addressPool: 'private' }), cluster({})).annotations).toEqual({
      'metallb.io/address-pool': 'private',
    });
  });

  test('annotations that are said win', () => {
    const scheme = 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type';
    expect(
      planService(
        database({ ...internal, annotations: { [scheme]: 'instance' } }),
        cluster({ distribution: 'eks' }),
      ).annotations[scheme],
    ).toBe('instance');
  });
});

test('a public one is not asked to be internal', () => {
  const { annotations } = planService(
    database({ exposure: 'load-balancer' }),
    cluster({ distribution: 'aks' }),
  );
  expect(annotations).toEqual({});
});

test.each<[Partial<Cluster>, string | undefined]>([
  [{ distribution: 'k3s' }, 'servicelb'],
  [{ distribution: 'k3s', capabilities: { loadBalancer: false } }, undefined],
  [{ distribution: 'k3s', capabilities: { loadBalancerProvider: 'metallb' } }, 'metallb'],
  [{ distribution: 'kubeadm' }, undefined],
])('the load balancer of %j is %s', (place, provider) => {
  expect(loadBalancerProvider(cluster(place))).toBe(provider);
});
