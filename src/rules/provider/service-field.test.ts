import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf } from '../testing.js';

const id = 'provider/service-field';
const found = (service: string, text = siteTopology): string[] =>
  findingsOf(text + lines(`service: { ${service} }`)).filter((each) => each.includes(` ${id} `));
const on = (provider: string): string =>
  change(siteTopology, 'nodes: 6', `nodes: 6\n    capabilities: { loadBalancerProvider: ${provider} }`);

describe(id, () => {
  test.each([
    ['subnet: databases', 'subnet'],
    ['address: 10.0.0.9', 'address'],
    ['addressPool: private', 'addressPool'],
  ])('reports %s of a service without a load balancer', (said, field) => {
    expect(found(said)).toEqual([
      `error ${id} 22:16 wiki is reached inside its cluster only, where service.${field} does nothing`,
    ]);
  });

  test('reports networks of a service inside the cluster, where nobody writes a policy', () => {
    expect(found('allowFrom: [10.0.0.0/8]', operatorTopology)).toEqual([
      `error ${id} 22:16 wiki is reached inside its cluster only, where service.allowFrom does nothing`,
    ]);
    expect(found('allowFrom: [10.0.0.0/8]')).toEqual([]);
  });

  test.each([
    ['azure', 'addressPool: private'],
    ['metallb', 'subnet: databases'],
    ['servicelb', 'address: 10.0.0.9'],
    ['gke', 'addressPool: private'],
  ])('reports what means nothing to %s: %s', (provider, said) => {
    const field = said.split(':')[0];
    expect(found(`exposure: internal-load-balancer, ${said}`, on(provider))).toEqual([
      `error ${id} 23:50 service.${field} of wiki means nothing to ${provider}, which gives the addresses on west`,
    ]);
  });

  test.each([
    ['azure', 'subnet: databases'],
    ['gke', 'subnet: databases'],
    ['aws', 'address: 10.0.0.9'],
  ])('reports what is for private addresses in %s: %s', (provider, said) => {
    const field = said.split(':')[0];
    expect(found(`exposure: load-balancer, allowFrom: [10.0.0.0/8], ${said}`, on(provider))).toEqual([
      `error ${id} 23:66 service.${field} of wiki is for a private address, and ${provider} is asked for a public one`,
    ]);
    expect(found(`exposure: internal-load-balancer, ${said}`, on(provider))).toEqual([]);
  });

  test('takes a pool for MetalLB where nobody else gives addresses', () => {
    const pool = 'exposure: internal-load-balancer, addressPool: private';
    const text = siteTopology + lines(`service: { ${pool} }`);
    expect(fixesOf(text)).toEqual([
      'write capabilities.loadBalancerProvider: metallb on the cluster, or remove it',
    ]);
    expect(found(pool, change(siteTopology, 'aks', 'rke2'))).toEqual([]);
    expect(found(pool, change(siteTopology, 'aks', 'k3s'))).toEqual([]);
    expect(found(pool, on('servicelb'))).toHaveLength(1);
  });
});
