import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/access-widened'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      operatorTopology,
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
    ),
  ).toEqual([
    'warning mariadb-operator/access-widened 32:5 more can reach orders: it gets an address of a load balancer; it lets 10.0.0.0/8 in',
  ]);
  expect(
    found(
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8, 192.0.2.0/24] }\n`,
    ),
  ).toEqual(['warning mariadb-operator/access-widened 32:5 more can reach orders: it lets 192.0.2.0/24 in']);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8, 192.0.2.0/24] }\n`,
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
    ),
  ).toEqual([]);
  expect(
    found(
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
      operatorTopology,
    ),
  ).toEqual([]);
});
