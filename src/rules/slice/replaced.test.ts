import { expect, test } from 'vitest';
import { foundInChange, topologyWith, withoutDatabases, withoutSlice } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'slice/replaced';

test('another name', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  name: shop\n  subnet', '  name: store\n  subnet'),
    ),
  ).toEqual([
    'error 17:9 the slice kubeslice-shop/shop becomes kubeslice-shop/store, another one, under the replicas of orders',
  ]);
});

test('another project', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  name: shop\nclusters', '  name: store\nclusters'),
    ),
  ).toEqual([
    'error 17:9 the slice kubeslice-shop/shop becomes kubeslice-store/shop, another one, under the replicas of orders',
  ]);
});

test('a slice that no database is on', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  clusters: [fra, ams]\n  namespaces: [tools]\n' }, withoutDatabases),
      change(
        topologyWith({ slice: '  clusters: [fra, ams]\n  namespaces: [tools]\n' }, withoutDatabases),
        '  name: shop\n  subnet',
        '  name: store\n  subnet',
      ),
    ),
  ).toEqual([]);
});

test('a slice that goes', () => {
  expect(foundInChange(id, goodTopology, withoutSlice)).toEqual([]);
});
