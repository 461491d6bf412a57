import { expect, test } from 'vitest';
import {
  clusterNamed,
  clustersByName,
  clustersInRegion,
  clustersInZone,
  inOrder,
  zoneCluster,
  zoneId,
  zoneName,
  zoneText,
} from './landscape.js';
import { cluster, landscapeOf } from './testing.js';

const landscape = landscapeOf([
  cluster('a', { region: 'eu', zones: ['x', 'y'] }),
  cluster('b', { region: 'eu', zones: ['x'] }),
  cluster('c', { zones: ['x'] }),
]);

test('clusters of one region share zones of one name, others do not', () => {
  expect(clustersInZone(landscape, 'eu/x')).toEqual(['a', 'b']);
  expect(clustersInZone(landscape, 'c/x')).toEqual(['c']);
  expect(clustersInZone(landscape, 'x')).toEqual([]);
  expect(clustersInRegion(landscape, 'eu').map(({ name }) => name)).toEqual(['a', 'b']);
  expect(zoneId({ name: 'c', region: undefined }, 'x')).toBe('/c/x');
});

test('a cluster that is not declared has nothing said of it, whatever its name', () => {
  for (const name of ['z', '__proto__', 'constructor', 'toString'])
    expect(clusterNamed(landscape, name)).toEqual({ name, region: undefined, zones: [], nodes: undefined });
  expect([...clustersByName(landscape).keys()]).toEqual(['a', 'b', 'c']);
});

test('a zone of a cluster is never that of a region', () => {
  const own = zoneId({ name: 'eu', region: undefined }, 'x');
  const shared = zoneId({ name: 'd', region: 'eu' }, 'x');
  const deep = zoneId({ name: 'd', region: 'eu/west' }, 'x');
  expect([own, shared, deep]).toEqual(['/eu/x', 'eu/x', 'eu/west/x']);
  expect([own, shared, deep].map(zoneName)).toEqual(['x', 'x', 'x']);
  expect([own, shared, deep].map(zoneCluster)).toEqual(['eu', undefined, undefined]);
  // The short form is that of the region, where there is one of that name.
  expect(zoneText(own, landscape)).toBe('/eu/x');
  expect(zoneText('/d/x', landscape)).toBe('d/x');
  expect(zoneText(shared, landscape)).toBe('eu/x');
});

test('clusters are ordered as in the landscape, those that are not declared last', () => {
  expect(inOrder(['z', 'c', 'y', 'a'], landscape)).toEqual(['a', 'c', 'z', 'y']);
});
