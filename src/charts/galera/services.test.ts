import { describe, expect, test } from 'vitest';
import { change } from '../../rules/testing.js';
import { evenTopology, galeraTopology, partOf } from './testing.js';

function exposed(distribution: string, service: string, capabilities = ''): string {
  const cluster = change(
    galeraTopology,
    'distribution: kubeadm',
    `distribution: ${distribution}${capabilities}`,
  );
  return `${cluster}    service: { exposure: internal-load-balancer, allowFrom: [10.20.0.0/16]${service} }\n`;
}

const provider = (name: string) =>
  `\n    capabilities: { loadBalancer: true, loadBalancerProvider: ${name} }`;

function serviceOf(text: string) {
  return {
    annotations: partOf(text, 'Service/orders', 'metadata', 'annotations'),
    spec: partOf(text, 'Service/orders', 'spec') as Record<string, unknown>,
  };
}

describe('the service of clients', () => {
  test('is inside the cluster when nothing is said', () => {
    const { annotations, spec } = serviceOf(galeraTopology);
    expect(annotations).toBeUndefined();
    expect(Object.keys(spec)).toEqual(['type', 'selector', 'ports']);
    expect(spec['type']).toBe('ClusterIP');
  });

  test.each([
    [
      'Azure',
      exposed('aks', ', subnet: db, address: 10.20.0.9'),
      {
        'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        'service.beta.kubernetes.io/azure-load-balancer-internal-subnet': 'db',
        'service.beta.kubernetes.io/azure-load-balancer-ipv4': '10.20.0.9',
      },
      {},
    ],
    [
      'AWS',
      exposed('eks', ''),
      {
        'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
        'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
        'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes':
          'preserve_client_ip.enabled=true',
      },
      { loadBalancerClass: 'service.k8s.aws/nlb' },
    ],
    [
      'GKE',
      exposed('gke', ', address: 10.20.0.9'),
      { 'networking.gke.io/load-balancer-type': 'Internal' },
      { loadBalancerIP: '10.20.0.9' },
    ],
    [
      'OpenStack',
      exposed('kubeadm', '', provider('openstack')),
      {
        'service.beta.kubernetes.io/openstack-internal-load-balancer': 'true',
        'loadbalancer.openstack.org/enable-health-monitor': 'true',
      },
      {},
    ],
    [
      'MetalLB',
      exposed('kubeadm', ', addressPool: databases, address: 10.20.0.9', provider('metallb')),
      { 'metallb.io/address-pool': 'databases', 'metallb.io/loadBalancerIPs': '10.20.0.9' },
      {},
    ],
  ])('is asked for as %s wants it', (_name, text, annotations, fields) => {
    const service = serviceOf(text);
    expect(service.annotations).toEqual(annotations);
    expect(service.spec).toMatchObject({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      loadBalancerSourceRanges: ['10.20.0.0/16'],
      ...fields,
    });
  });

  test('has ready members only, and that of the members all', () => {
    expect(partOf(galeraTopology, 'Service/orders', 'spec', 'publishNotReadyAddresses')).toBeUndefined();
    expect(partOf(galeraTopology, 'Service/orders-peers', 'spec')).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });
});

describe('the network policy', () => {
  const clients = (text: string) => partOf(text, 'NetworkPolicy/orders', 'spec', 'ingress', 0, 'from');
  const namespace = (name: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  });

  test('lets in the own namespace, and what is named', () => {
    expect(clients(galeraTopology)).toEqual([{ podSelector: {} }]);
    const named = `${galeraTopology}    service: { fromNamespaces: [web], allowFrom: [10.20.0.0/16] }\n`;
    expect(clients(named)).toEqual([
      { podSelector: {} },
      namespace('web'),
      { ipBlock: { cidr: '10.20.0.0/16' } },
    ]);
  });

  test('lets in what a load balancer lets in', () => {
    const open = change(exposed('aks', ''), ', allowFrom: [10.20.0.0/16]', '');
    expect(clients(open)).toEqual([
      { podSelector: {} },
      { ipBlock: { cidr: '0.0.0.0/0' } },
      { ipBlock: { cidr: '::/0' } },
    ]);
  });

  test('keeps the ports of members to members and the arbitrator', () => {
    const from = (text: string) =>
      (partOf(text, 'NetworkPolicy/orders', 'spec', 'ingress', 1, 'from') as object[]).length;
    expect(from(galeraTopology)).toBe(1);
    expect(from(`${evenTopology}    statefulset: { arbitrator: { image: garbd } }\n`)).toBe(2);
  });

  test('lets in who asks for metrics', () => {
    const metrics = (asked: string) =>
      partOf(
        `${galeraTopology}    statefulset: { metrics: ${asked} }\n`,
        'NetworkPolicy/orders',
        'spec',
        'ingress',
        2,
      );
    const ports = [{ protocol: 'TCP', port: 9104 }];
    expect(metrics('{ fromNamespace: monitoring }')).toEqual({ from: [namespace('monitoring')], ports });
    expect(metrics('{}')).toEqual({ from: [{ namespaceSelector: {} }], ports });
  });

  test('lets names be looked up where OpenShift answers', () => {
    const dns = (text: string) =>
      (partOf(text, 'NetworkPolicy/orders', 'spec', 'egress', 0, 'ports') as { port: number }[]).map(
        ({ port }) => port,
      );
    expect(dns(galeraTopology)).toEqual([53, 53]);
    expect(dns(change(galeraTopology, 'kubeadm', 'openshift'))).toEqual([53, 53, 5353, 5353]);
  });
});
