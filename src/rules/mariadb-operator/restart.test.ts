import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/restart'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([
    'info mariadb-operator/restart 7:5 all 3 servers of orders restart, the replicas first and one by one, the primary last (aria_pagecache_buffer_size and 14 more)',
  ]);
  expect(
    found(
      change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'),
      change(change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'), 'memory: 2Gi', 'memory: 4Gi'),
    ),
  ).toEqual([
    'info mariadb-operator/restart 7:5 orders is down while its one server restarts (aria_pagecache_buffer_size and 13 more)',
  ]);
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([
    'info mariadb-operator/restart 7:5 all 5 servers of orders restart, the replicas first and one by one, the primary last (replicas)',
  ]);
  expect(found(operatorTopology, `${operatorTopology}    config: { max_connections: 90 }\n`)).toEqual([
    'info mariadb-operator/restart 7:5 all 3 servers of orders restart, the replicas first and one by one, the primary last (innodb_buffer_pool_size and 3 more)',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'retention: 30d', 'retention: 60d'))).toEqual([]);
  expect(
    found(operatorTopology, change(operatorTopology, 'privileges: [SELECT, INSERT]', 'privileges: [SELECT]')),
  ).toEqual([]);
});
