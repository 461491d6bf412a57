import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/access-widened'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      galeraTopology,
      `${galeraTopology}    service: { exposure: internal-load-balancer, allowFrom: [10.0.0.0/8] }\n`,
    ),
  ).toEqual([
    'warning galera/access-widened 16:5 more can reach wiki: it gets an address of a load balancer, of the inside; it lets 10.0.0.0/8 in',
  ]);
  expect(found(galeraTopology, `${galeraTopology}    service: { fromNamespaces: [web] }\n`)).toEqual([
    'warning galera/access-widened 16:5 more can reach wiki: namespace web may connect',
  ]);
  expect(
    found(
      `${galeraTopology}    service: { exposure: internal-load-balancer, allowFrom: [10.0.0.0/8] }\n`,
      `${galeraTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
    ),
  ).toEqual([
    'warning galera/access-widened 16:5 more can reach wiki: its address is no longer one of the inside',
  ]);
  expect(
    found(
      `${galeraTopology}    service: { exposure: internal-load-balancer, allowFrom: [10.0.0.0/8] }\n`,
      `${galeraTopology}    service: { exposure: internal-load-balancer, allowFrom: [10.0.0.0/8, 192.0.2.0/24] }\n`,
    ),
  ).toEqual(['warning galera/access-widened 16:5 more can reach wiki: it lets 192.0.2.0/24 in']);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      galeraTopology,
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
    ),
  ).toEqual([]);
  expect(found(`${galeraTopology}    service: { fromNamespaces: [web] }\n`, galeraTopology)).toEqual([]);
  expect(
    found(galeraTopology, change(galeraTopology, 'name: wiki\n    namespace', 'name: pages\n    namespace')),
  ).toEqual([]);
});
