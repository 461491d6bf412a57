import { expect, test } from 'vitest';
import { readManifests } from '../manifests/index.js';
import { openingOf, widened } from './access-changes.js';

function opening(spec: object, annotations: object = {}) {
  const content = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a', annotations },
    spec,
  });
  const root = readManifests({ name: 'm', content }).manifests[0]?.root;
  if (!root) throw new Error('no manifest');
  return openingOf(root.at('spec'), root.at('metadata', 'annotations'));
}

const inside = { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' };
const balancer = (...ranges: string[]) => ({ type: 'LoadBalancer', loadBalancerSourceRanges: ranges });

test.each([
  [{}, balancer('10.0.0.0/8'), ['it gets an address of a load balancer', 'it lets 10.0.0.0/8 in']],
  [{}, balancer(), ['it gets an address of a load balancer', 'it names no networks, and lets everybody in']],
  [{}, { type: 'NodePort' }, ['every node answers for it']],
  [balancer('10.0.0.0/8'), balancer(), ['it names no networks, and lets everybody in']],
  [balancer('10.0.0.0/8'), balancer('10.0.0.0/8', '192.0.2.0/24'), ['it lets 192.0.2.0/24 in']],
  [balancer(), balancer('10.0.0.0/8'), []],
  [balancer('10.0.0.0/8'), {}, []],
])('%j to %j', (before, after, expected) => {
  expect(widened(opening(before), opening(after))).toEqual(expected);
});

test('an address of the inside that becomes one of the outside', () => {
  const spec = balancer('10.0.0.0/8');
  expect(widened(opening(spec, inside), opening(spec))).toEqual([
    'its address is no longer one of the inside',
  ]);
  expect(widened(opening(spec), opening(spec, inside))).toEqual([]);
});

test.each([
  [{ 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' }, true],
  [{ 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' }, false],
  [{ 'networking.gke.io/load-balancer-type': 'Internal' }, true],
  [{ 'service.beta.kubernetes.io/openstack-internal-load-balancer': 'true' }, true],
  [{ 'metallb.io/address-pool': 'databases' }, false],
])('%j', (annotations, expected) => {
  expect(opening(balancer(), annotations).internal).toBe(expected);
});
