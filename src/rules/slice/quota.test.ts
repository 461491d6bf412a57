import { expect, test } from 'vitest';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const id = 'slice/quota';
const slice = sliceConfig({
  namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
});
const limits = (namespace: string) =>
  objectOf('v1', 'ResourceQuota', `{ name: limits, namespace: ${namespace} }`, '{}');

test('a quota keeps a namespace on the slice', () => {
  expect(foundBy(id, slice, limits('shop'))).toEqual([
    'info 16:19 the ResourceQuota limits keeps shop on the slice shop',
  ]);
});

test('a quota elsewhere, or without a slice', () => {
  expect(foundBy(id, slice, limits('tools'))).toEqual([]);
  expect(foundBy(id, limits('shop'))).toEqual([]);
});
