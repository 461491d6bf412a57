import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { change, findingsOf, relatedOf } from '../testing.js';

const id = 'provider/load-balancer';
const on = (distribution: string, capabilities: string, service: string): string =>
  change(
    change(siteTopology, 'aks', distribution),
    'nodes: 6',
    `nodes: 6\n    capabilities: { ${capabilities} }`,
  ) + lines(`service: { ${service} }`);

test('a cluster without a load balancer', () => {
  const text = on('rke2', 'loadBalancer: false', 'exposure: internal-load-balancer');
  expect(findingsOf(text)).toEqual([`error ${id} 23:26 wiki is to have a load balancer, and west has none`]);
  expect(relatedOf(text)).toEqual([['11:35 no load balancer']]);
  expect(findingsOf(on('rke2', 'loadBalancer: false', 'exposure: cluster'))).toEqual([]);
});

test('a private address of which nobody knows how to ask for it', () => {
  expect(findingsOf(on('rke2', 'loadBalancer: true', 'exposure: internal-load-balancer'))).toEqual([
    `error ${id} 23:26 wiki is to have a private address, and who gives addresses on west is not known`,
  ]);
  expect(findingsOf(on('rke2', 'loadBalancerProvider: metallb', 'exposure: internal-load-balancer'))).toEqual(
    [],
  );
  expect(
    findingsOf(on('rke2', 'loadBalancer: true', 'exposure: internal-load-balancer, addressPool: private')),
  ).toEqual([]);
  expect(
    findingsOf(on('rke2', 'loadBalancer: true', 'exposure: load-balancer, allowFrom: [10.0.0.0/8]')),
  ).toEqual([]);
  expect(findingsOf(on('aks', 'networkPolicy: true', 'exposure: internal-load-balancer'))).toEqual([]);
});
