import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const id = 'provider/ordinal-range';
const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes(` ${id} `));

test('a bootstrap from a replica that is there', () => {
  expect(own(siteTopology + lines('statefulset: { forceBootstrap: { ordinal: 3, token: once } }'))).toEqual([
    `error ${id} 22:47 wiki is to be bootstrapped from replica 3, and its last one is 2`,
  ]);
  expect(own(operatorTopology + lines('mariadbOperator: { forceBootstrap: { ordinal: 3 } }'))).toEqual([
    `error ${id} 22:51 wiki is to be bootstrapped from replica 3, and its last one is 2`,
  ]);
  expect(own(siteTopology + lines('statefulset: { forceBootstrap: { ordinal: 2, token: once } }'))).toEqual(
    [],
  );
});

test('nothing but Galera is bootstrapped', () => {
  const text =
    operatorTopology +
    lines('replication: primary-replica', 'mariadbOperator: { forceBootstrap: { ordinal: 1 } }');
  expect(own(text)).toEqual([
    `error ${id} 23:24 wiki is no Galera cluster, and nothing of it is bootstrapped`,
  ]);
});

test('changes are taken by some replica', () => {
  expect(own(siteTopology + lines('statefulset: { partition: 3 }'))).toEqual([
    `error ${id} 22:31 wiki takes changes from replica 3 on, and its last one is 2`,
  ]);
  expect(own(siteTopology + lines('statefulset: { partition: 2 }'))).toEqual([]);
});

test('as many members are known as there are', () => {
  expect(own(siteTopology + lines('statefulset: { maxReplicas: 2 }'))).toEqual([
    `error ${id} 22:33 wiki has 3 replicas, and maxReplicas is 2`,
  ]);
  expect(own(siteTopology + lines('statefulset: { maxReplicas: 3 }'))).toEqual([]);
});

test('a StatefulSet has as many members as the census counts', () => {
  const many = siteTopology.replace('replicas: 3', 'replicas: 17').replace('nodes: 3', 'nodes: 20');
  expect(own(many)).toEqual([
    `error ${id} 18:19 wiki has 17 replicas, and the census of a StatefulSet counts up to 15`,
  ]);
  expect(own(many.replace('replicas: 17', 'replicas: 15'))).toEqual([]);
});
