import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const id = 'provider/open-to-all';
const k3s = change(siteTopology, 'aks', 'k3s');
const found = (text: string, service: string): string[] =>
  findingsOf(text + lines(`service: { ${service} }`));

test('everybody may connect', () => {
  expect(found(siteTopology, 'exposure: load-balancer, allowFrom: [10.0.0.0/8, 0.0.0.0/0]')).toEqual([
    `warning ${id} 22:65 0.0.0.0/0 lets everybody connect to wiki`,
  ]);
  expect(found(siteTopology, 'exposure: load-balancer, allowFrom: ["::/0"]')).toHaveLength(1);
  expect(found(siteTopology, 'exposure: load-balancer, allowFrom: [10.0.0.0/8]')).toEqual([]);
});

test('a private address that a node cannot have', () => {
  expect(found(k3s, 'exposure: internal-load-balancer')).toEqual([
    `warning ${id} 22:26 wiki is open on every address of the nodes of west: ServiceLB knows no private ones`,
  ]);
  expect(found(k3s, 'exposure: internal-load-balancer, allowFrom: [192.168.0.0/16]')).toEqual([]);
  const metallb = change(k3s, 'nodes: 6', 'nodes: 6\n    capabilities: { loadBalancerProvider: metallb }');
  expect(found(metallb, 'exposure: internal-load-balancer')).toEqual([]);
});
