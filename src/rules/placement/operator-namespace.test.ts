import { expect, test } from 'vitest';
import {
  databaseManifest,
  findingsOfRule,
  policyManifest,
  sliceManifest,
  together,
} from './policy.testing.js';

const id = 'placement/operator-namespace';
const shop = sliceManifest('[fra, ams, par]', '[{ namespace: shop, clusters: ["*"] }]');

test('reports a slice without the operator, once', () => {
  const other = databaseManifest().replace('name: orders', 'name: ledger');
  expect(findingsOfRule(id, together(shop, policyManifest(), databaseManifest(), other))).toEqual([
    `warning ${id} 9:5 kubedb is no application namespace of the slice shop, which carries orders`,
  ]);
});

test('is content with it, and where no database is distributed', () => {
  expect(findingsOfRule(id, together(sliceManifest(), policyManifest(), databaseManifest()))).toEqual([]);
  expect(findingsOfRule(id, together(shop, policyManifest()))).toEqual([]);
});
