import { expect, test } from 'vitest';
import { relatedOf } from '../testing.js';
import { foundIn, topologyWith } from './testing.js';

const id = 'slice/load-balancer';
const services = '  gateway: { services: [{ cluster: fra, type: LoadBalancer }] }\n';

test('a load balancer where there are none', () => {
  const text = topologyWith({ fra: '    capabilities: { loadBalancer: false }\n', slice: services });
  expect(foundIn(id, text)).toEqual([
    'error 20:47 the gateway of fra is a LoadBalancer, and fra has no load balancers',
  ]);
  expect(relatedOf(text)).toEqual([['12:35 none here']]);
});

test('where there are, where nothing is said, and NodePort', () => {
  expect(
    foundIn(id, topologyWith({ fra: '    capabilities: { loadBalancer: true }\n', slice: services })),
  ).toEqual([]);
  expect(
    foundIn(id, topologyWith({ ams: '    capabilities: { loadBalancer: false }\n', slice: services })),
  ).toEqual([]);
  expect(
    foundIn(
      id,
      topologyWith({
        fra: '    capabilities: { loadBalancer: false }\n',
        slice: '  gateway: { services: [{ cluster: fra }] }\n',
      }),
    ),
  ).toEqual([]);
});

test('the last member only connects', () => {
  const text = topologyWith({
    ams: '    capabilities: { loadBalancer: false }\n',
    slice: '  gateway: { services: [{ cluster: ams, type: LoadBalancer }] }\n',
  });
  expect(foundIn(id, text)).toEqual([]);
});
