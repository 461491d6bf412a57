import { expect, test } from 'vitest';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const id = 'slice/service-export';
const slice = sliceConfig({
  namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
});
const exported = (name: string, spec: string, namespace = 'shop') =>
  objectOf(
    'networking.kubeslice.io/v1beta1',
    'ServiceExport',
    `{ name: ${name}, namespace: ${namespace} }`,
    `{ ${spec} }`,
  );

test('a slice that is not there, and a namespace that is not on it', () => {
  expect(foundBy(id, slice, exported('db', 'slice: shp'))).toEqual([
    'error 17:16 the ServiceExport db is for shp, which no SliceConfig here is called',
  ]);
  expect(foundBy(id, slice, exported('db', 'slice: shop', 'tools'))).toEqual([
    'error 16:34 the ServiceExport db exports from tools, which is not on the slice shop',
  ]);
});

test('an alias stands once on a slice', () => {
  expect(
    foundBy(
      id,
      slice,
      exported('a', 'slice: shop, aliases: [db.example]'),
      exported('b', 'slice: shop, aliases: [x, db.example]'),
    ),
  ).toEqual(['error 22:35 the ServiceExports a and b have the same alias db.example']);
});

test('the same export in two clusters, another slice, and slices that are not here', () => {
  const twice = exported('a', 'slice: shop, aliases: [db.example]');
  expect(foundBy(id, slice, twice, twice)).toEqual([]);
  expect(foundBy(id, twice, exported('b', 'slice: other, aliases: [db.example]', 'tools'))).toEqual([]);
});
