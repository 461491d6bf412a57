import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

test('reports a namespace', () => {
  const text = policyManifest().replace('name: shop-orders', 'name: shop-orders\n  namespace: shop');
  expect(findingsOfRule('placement/namespace', text)).toEqual([
    'warning placement/namespace 5:14 the PlacementPolicy shop-orders has the namespace shop, but is cluster-scoped',
  ]);
});

test('is content without one', () => {
  expect(findingsOfRule('placement/namespace', policyManifest())).toEqual([]);
});
