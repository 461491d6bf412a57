import { expect, test } from 'vitest';
import { clusterNamed, clustersByName, clustersInRegion, clustersInZone, zoneId } from './landscape.js';
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
  expect(zoneId({ name: 'c', region: undefined }, 'x')).toBe('c/x');
});

test('a cluster that is not declared has nothing said of it, whatever its name', () => {
  for (const name of ['z', '__proto__', 'constructor', 'toString'])
    expect(clusterNamed(landscape, name)).toEqual({ name, region: undefined, zones: [], nodes: undefined });
  expect([...clustersByName(landscape).keys()]).toEqual(['a', 'b', 'c']);
});
