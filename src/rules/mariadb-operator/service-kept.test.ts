import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/service-kept'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8, 192.0.2.0/24] }\n`,
      `${operatorTopology}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
    ),
  ).toEqual([
    'warning mariadb-operator/service-kept 32:5 loadBalancerSourceRanges of the Service orders-primary would change in Git alone',
  ]);
  expect(
    found(
      `${change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]')}    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }\n`,
      `${change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]')}    service: { exposure: load-balancer, allowFrom: [10.1.0.0/16] }\n`,
    ),
  ).toEqual([
    'warning mariadb-operator/service-kept 32:5 loadBalancerSourceRanges of the Service orders would change in Git alone',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(operatorTopology, `${operatorTopology}    service: { annotations: { example.com/owner: shop } }\n`),
  ).toEqual([]);
});
