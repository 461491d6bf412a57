import { expect, test } from 'vitest';
import type { Cluster } from '../topology/index.js';
import { nodeCount, usableZones, zonesOf } from './zones.js';

const cluster = (fields: Partial<Cluster>): Cluster => ({ name: 'fra', distribution: 'k3s', ...fields });

test.each([
  [{}, [], undefined, undefined],
  [{ nodes: 3 }, [], undefined, 3],
  [{ zones: ['a', 'b'] }, ['a', 'b'], 2, undefined],
  [{ zones: ['a', 'b'], nodes: 3 }, ['a', 'b'], 2, 3],
  [{ nodes: { a: 2, b: 1 } }, ['a', 'b'], 2, 3],
  [{ zones: ['a', 'b'], nodes: { a: 2, b: 0 } }, ['a', 'b'], 1, 2],
  [{ zones: ['a', 'b'], nodes: { a: 2 } }, ['a', 'b'], 2, undefined],
] as const)('%j', (fields, zones, usable, nodes) => {
  const said = cluster(fields as Partial<Cluster>);
  expect([[...zonesOf(said)], usableZones(said), nodeCount(said)]).toEqual([zones, usable, nodes]);
});
