import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/restart'));
}

test('says what is wrong, and where', () => {
  expect(found(galeraTopology, change(galeraTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([
    'info galera/restart 7:5 all 3 members of wiki restart one by one, the highest first (aria_pagecache_buffer_size and 13 more)',
  ]);
  expect(found(galeraTopology, `${galeraTopology}    config: { max_connections: 90 }\n`)).toEqual([
    'info galera/restart 7:5 all 3 members of wiki restart one by one, the highest first (innodb_buffer_pool_size and 3 more)',
  ]);
  expect(
    found(
      `${galeraTopology}    statefulset: { partition: 2 }\n`,
      `${change(galeraTopology, '"11.8.8"', '"11.8.5"')}    statefulset: { partition: 2 }\n`,
    ),
  ).toEqual([
    'info galera/restart 7:5 members 2 and up of wiki restart one by one, the highest first (image and 1 more)',
  ]);
  expect(
    found(
      galeraTopology,
      change(
        galeraTopology,
        'placement: [{ cluster: fra, replicas: 3 }]',
        'placement: [{ cluster: fra, replicas: 7 }]',
      ),
    ),
  ).toEqual(['info galera/restart 7:5 all 7 members of wiki restart one by one, the highest first (PEERS)']);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
  expect(found(galeraTopology, `${galeraTopology}    service: { fromNamespaces: [web] }\n`)).toEqual([]);
});
