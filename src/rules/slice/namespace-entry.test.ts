import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

const id = 'slice/namespace-entry';
const profile = (list: string, entries: string) => ({
  namespaceIsolationProfile: `{ ${list}: [${entries}] }`,
});
const found = (entries: string, list = 'applicationNamespaces') =>
  foundBy(id, sliceConfig(profile(list, entries)));

test('an entry needs a namespace and clusters', () => {
  expect(found('{ namespace: shop, clusters: [] }, { clusters: [fra] }')).toEqual([
    'error 12:69 applicationNamespaces names shop on no cluster',
    'error 12:93 an entry of applicationNamespaces names no namespace',
  ]);
  expect(found('{ namespace: "" }')).toEqual([
    'error 12:56 an entry of applicationNamespaces has neither namespace nor clusters',
  ]);
  expect(found('{ namespace: shop }', 'allowedNamespaces')).toEqual([
    'error 12:65 allowedNamespaces names shop on no cluster',
  ]);
});

test('an entry names each cluster once, and * alone', () => {
  expect(found('{ namespace: shop, clusters: [fra, ams, fra] }')).toEqual([
    'error 12:96 the namespace shop names fra twice',
  ]);
  expect(found('{ namespace: shop, clusters: [fra, "*"] }', 'allowedNamespaces')).toEqual([
    'error 12:81 the namespace shop is for * and for single clusters',
  ]);
});

test('a namespace is no pattern', () => {
  expect(found('{ namespace: shop.*, clusters: [fra] }')).toEqual([
    'error 12:69 the namespace shop.* has other characters than letters, digits and hyphens',
  ]);
});

test('what KubeSlice takes', () => {
  expect(found('{ namespace: shop, clusters: ["*"] }, { namespace: shop-2, clusters: [fra, ams] }')).toEqual(
    [],
  );
  expect(foundBy(id, sliceConfig({ namespaceIsolationProfile: '{ applicationNamespaces: [] }' }))).toEqual(
    [],
  );
});
