import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

const id = 'slice/namespace-acquired';
const slice = (name: string, clusters: string) =>
  sliceConfig(
    { namespaceIsolationProfile: `{ applicationNamespaces: [{ namespace: shop, clusters: ${clusters} }] }` },
    name,
  );

test('one namespace on one cluster is on one slice', () => {
  expect(foundBy(id, slice('a', '[fra]'), slice('b', '[ams, fra]'))).toEqual([
    'error 25:69 the slices a and b both take the namespace shop on fra',
  ]);
  expect(foundBy(id, slice('a', '["*"]'), slice('b', '["*"]'))).toEqual([
    'error 25:69 the slices a and b both take the namespace shop on fra and 1 more',
  ]);
});

test('on different clusters it may be on different slices', () => {
  expect(foundBy(id, slice('a', '[fra]'), slice('b', '[ams]'))).toEqual([]);
  expect(foundBy(id, slice('a', '[fra]'), slice('shop-default-slice', '[fra]'))).toEqual([]);
});
