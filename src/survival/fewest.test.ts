import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestClusters, fewestReplicas } from './fewest.js';
import { stopsWrites } from './judge.js';
import type { Protocol, SurvivalDatabase } from './model.js';
import { databaseOf, galera, landscapeOf } from './testing.js';

const names = ['a', 'b', 'c', 'd', 'e'];
const landscape = landscapeOf(names);

test.each([
  ['a a b', 1, 2],
  ['a b c', 2, 2],
  ['a b ~c', 2, 2],
  ['a a b ~c', 1, 2],
  ['a a b*2 ~c', 2, 2],
  ['a a b b c', 2, 3],
  ['a b c d e', 3, 3],
  ['a b ~c*9', 1, 2],
  ['a', 1, 1],
])('%s stops with %i clusters or %i replicas', (members, clusters, replicas) => {
  expect(fewestClusters(databaseOf(members), landscape)).toBe(clusters);
  expect(fewestReplicas(databaseOf(members), landscape)).toBe(replicas);
});

/** The smallest set of these items that does it, all sets tried. */
function smallestSet<T>(items: readonly T[], does: (chosen: readonly T[]) => boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** items.length; set++) {
    const chosen = items.filter((_, index) => (set >> index) & 1);
    if (chosen.length < least && does(chosen)) least = chosen.length;
  }
  return least;
}

test('no smaller set of clusters or replicas does it', () => {
  const member = fc
    .tuple(fc.constantFrom('', '', '~'), fc.constantFrom(...names), fc.integer({ min: 0, max: 3 }))
    .map(([tilde, name, weight]) => `${tilde}${name}*${weight}`);
  const protocol = fc.constantFrom<Protocol>(
    galera,
    { kind: 'raft', synchronous: 0, hotStandby: true },
    { kind: 'raft', synchronous: 1, hotStandby: true },
    { kind: 'operator', semiSynchronous: false },
    { kind: 'clusters', primary: 'b', within: galera },
  );
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 6 }), protocol, (members, kind) => {
      const database = databaseOf(members.join(' '), { protocol: kind });
      const without = (cluster: string): boolean => database.members.some((each) => each.cluster === cluster);
      const used = names.filter(without);
      expect(fewestClusters(database, landscape)).toBe(
        smallestSet(used, (chosen) =>
          stopsWrites(
            database,
            landscape,
            chosen.map((cluster) => ({ kind: 'cluster', cluster })),
          ),
        ),
      );
      // Each on a cluster of its own, so that any can go alone.
      const apart: SurvivalDatabase = {
        ...database,
        members: database.members.map((each, index) => ({ ...each, cluster: `m${index}` })),
      };
      if (kind.kind === 'clusters') return;
      const replicas = apart.members.filter(({ data }) => data);
      expect(fewestReplicas(database, landscape)).toBe(
        smallestSet(replicas, (chosen) =>
          stopsWrites(
            apart,
            landscape,
            chosen.map(({ cluster }) => ({ kind: 'cluster', cluster })),
          ),
        ),
      );
    }),
    { seed: 6, numRuns: 300 },
  );
});
