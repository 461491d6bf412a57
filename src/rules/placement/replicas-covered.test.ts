import { expect, test } from 'vitest';
import { databaseManifest, findingsOfRule, policyManifest, together } from './policy.testing.js';

const id = 'placement/replicas-covered';
const own = (...manifests: string[]): string[] => findingsOfRule(id, together(...manifests));

test('reports more replicas than indices, for each database', () => {
  const other = databaseManifest(7).replace('name: orders', 'name: ledger');
  expect(own(databaseManifest(5), other, policyManifest())).toEqual([
    `error ${id} 8:13 orders has 5 replicas, and its PlacementPolicy shop-orders places 3`,
    `error ${id} 19:13 ledger has 7 replicas, and its PlacementPolicy shop-orders places 3`,
  ]);
});

test('leaves an even number to kubedb/replicas, unless an archive is restored', () => {
  expect(own(databaseManifest(4), policyManifest())).toEqual([]);
  expect(
    own(databaseManifest(4, '  init: { archiver: { fullDBRepository: {} } }\n'), policyManifest()),
  ).toEqual([`error ${id} 8:13 orders has 4 replicas, and its PlacementPolicy shop-orders places 3`]);
});

test('reports a group of read replicas', () => {
  const groups = '  readReplicas: [{ name: a, replicas: 4, podPlacementPolicy: { name: shop-orders } }]\n';
  expect(own(databaseManifest(3, groups, 'Postgres'), policyManifest())).toEqual([
    `error ${id} 11:39 the group a of orders has 4 replicas, and its PlacementPolicy shop-orders places 3`,
  ]);
});

test('is content with as many, with spare ones, and with a policy elsewhere', () => {
  expect(own(databaseManifest(3), policyManifest())).toEqual([]);
  expect(own(databaseManifest(1), policyManifest())).toEqual([]);
  expect(own(databaseManifest(5))).toEqual([]);
  expect(own(databaseManifest(5).replace('  distributed: true\n', ''), policyManifest())).toEqual([]);
});

test('leaves gaps to placement/indices', () => {
  expect(own(databaseManifest(3), policyManifest(['clusterName: fra, replicaIndices: [0, 2]']))).toEqual([]);
});
