import { describe, expect, test } from 'vitest';
import { judge } from './judge.js';
import {
  type ClusterSite,
  type Landscape,
  type Loss,
  type Member,
  type Spread,
  type SurvivalDatabase,
  verdicts,
} from './model.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';

/**
 * All placements, written anew: every member on a node of a zone, one after the other, and thrown away when a constraint is broken.
 * Then every set of nodes and zones that fails, and what it takes.
 */
interface Node {
  readonly zone: string | undefined;
  readonly number: number;
}

type Placement = readonly Node[];

function placementsOf({ members, spread }: SurvivalDatabase, nodes: readonly Node[]): Placement[] {
  const zones = new Set(nodes.map(({ zone }) => zone));
  // With two zones more, replicas keep out of the arbitrator's.
  if (zones.size > 2)
    for (const { data, zone } of members) if (!data && zone !== undefined) zones.delete(zone);
  let found: Node[][] = [[]];
  for (const [position, member] of members.entries()) {
    found = found.flatMap((before) =>
      nodes
        .filter((node) => {
          // The nodes of a zone are alike: of those still empty only the first is tried.
          const isEmpty = !before.includes(node);
          const earlier = (each: Node): boolean => each.zone === node.zone && each.number < node.number;
          if (isEmpty && nodes.some((each) => earlier(each) && !before.includes(each))) return false;
          if (
            !member.data &&
            member.zone !== undefined &&
            node.zone !== undefined &&
            node.zone !== member.zone
          )
            return false;
          if (member.data && !zones.has(node.zone)) return false;
          return before.every((other, index) => {
            const both = member.data && members[index]?.data === true;
            const mixed = member.data !== members[index]?.data;
            if (node === other && both && spread.node === 'apart') return false;
            if (node === other && mixed && spread.arbitrator === 'apart') return false;
            return !(
              both &&
              spread.zone === 'one-each' &&
              node.zone !== undefined &&
              node.zone === other.zone
            );
          });
        })
        .map((node) => [...before, node]),
    );
    if (position === members.length - 1 && spread.zone === 'even' && zones.size > 1)
      found = found.filter((placement) => {
        const counts = [...zones].map(
          (zone) => placement.filter((node, index) => members[index]?.data && node.zone === zone).length,
        );
        return Math.max(...counts) - Math.min(...counts) <= 1;
      });
  }
  return found;
}

/** Positions of members that are gone, for every choice of nodes that fail. */
function deaths(
  placement: Placement,
  nodes: readonly Node[],
  failingZones: readonly string[],
  count: number,
): Set<string> {
  const found = new Set<string>();
  const choose = (from: number, chosen: readonly Node[]): void => {
    if (chosen.length === count || from >= nodes.length) {
      const gone = placement.flatMap((node, position) =>
        chosen.includes(node) || (node.zone !== undefined && failingZones.includes(node.zone))
          ? [position]
          : [],
      );
      found.add(gone.join());
      return;
    }
    for (let next = from; next < nodes.length; next++) {
      const node = nodes[next];
      if (node) choose(next + 1, [...chosen, node]);
    }
    if (count > nodes.length) found.add(placement.map((_, position) => position).join());
  };
  choose(0, []);
  return found;
}

/** A layout that node counts describe in full; of an unknown number of nodes, as many as there are members do. */
function nodesOf(site: ClusterSite, members: number): Node[][] {
  if (site.zones.length === 0) return [nodesIn(undefined, site.nodes ?? members + 1)];
  const unknown = site.zones.filter(({ nodes }) => nodes === undefined);
  const counts: (readonly number[])[] = [];
  const most = members + 1;
  const spare = site.nodes === undefined ? undefined : site.nodes - (site.zones.length - unknown.length);
  const spread = (left: number, sizes: readonly number[]): void => {
    if (sizes.length === unknown.length) {
      if (spare === undefined || left === 0) counts.push(sizes);
      return;
    }
    for (let size = 1; size <= Math.min(left, spare === undefined ? most : left); size++)
      spread(left - size, [...sizes, size]);
  };
  if (spare === undefined) counts.push(unknown.map(() => most));
  else spread(site.nodes ?? 0, []);
  return counts.map((sizes) => {
    let index = 0;
    return site.zones.flatMap(({ id, nodes }) => nodesIn(id, nodes ?? sizes[index++] ?? 0));
  });
}

function nodesIn(zone: string | undefined, count: number): Node[] {
  return Array.from({ length: count }, (_, number) => ({ zone, number }));
}

/** Index of the worst verdict over all that may be gone, with so many votes and replicas on another cluster. */
function worst({ members }: SurvivalDatabase, outcomes: ReadonlySet<string>, others: number): number {
  const own = members.filter((member) => member.cluster === 'a');
  let most = -1;
  for (const outcome of outcomes) {
    const gone = outcome === '' ? [] : outcome.split(',').map(Number);
    const left = own.filter((_, position) => !gone.includes(position));
    let total = others;
    let votes = others;
    for (const { weight } of own) total += weight;
    for (const { weight } of left) votes += weight;
    const copies = left.filter(({ data }) => data).length + others;
    const verdict = copies === 0 ? 'data-at-risk' : votes * 2 > total ? 'writes-go-on' : 'blocked';
    most = Math.max(most, verdicts.indexOf(verdict));
  }
  return most;
}

const spreads: Spread[] = (['apart', 'anywhere'] as const).flatMap((node) =>
  (['one-each', 'even', 'anywhere'] as const).flatMap((zone) =>
    (['apart', 'anywhere'] as const).map((arbitrator): Spread => ({ node, zone, arbitrator })),
  ),
);

const sites: ClusterSite[] = [
  cluster('a'),
  cluster('a', { nodes: 1 }),
  cluster('a', { nodes: 3 }),
  cluster('a', { zones: ['x'] }),
  cluster('a', { zones: ['x', 'y'] }),
  cluster('a', { zones: ['x', 'y'], nodes: 3 }),
  cluster('a', { zones: ['x', 'y'], nodes: 4 }),
  cluster('a', { zones: ['x:1', 'y:2'], nodes: 3 }),
  cluster('a', { zones: ['x:1', 'y:3'], nodes: 4 }),
  cluster('a', { zones: ['x:1', 'y:1', 'z:1'], nodes: 3 }),
  cluster('a', { zones: ['x:1', 'y:2', 'z:1'], nodes: 4 }),
  cluster('a', { zones: ['x:1', 'y', 'z:1'] }),
];

test('what is lost of a cluster is the worst of all placements, for every loss of up to two nodes and zones', () => {
  let placed = 0;
  let unplaced = 0;
  let verdictsCompared = 0;
  const wrong: unknown[] = [];
  for (const site of sites) {
    const zones = site.zones.map(({ id }) => id);
    for (const own of [
      'a',
      'a a',
      'a a a',
      'a a*2',
      'a ~a',
      'a a ~a',
      'a a a ~a',
      'a a ~a*3',
      'a ~a/x',
      'a a ~a/x',
      'a a a ~a/x',
      'a a ~a/x*2',
    ]) {
      // An arbitrator's zone is one of the cluster's, where those are known.
      if (own.includes('/x') && zones.length === 0) continue;
      for (const spread of spreads) {
        const alone = databaseOf(own, { spread });
        const placements = nodesOf(site, alone.members.length).flatMap((nodes) =>
          placementsOf(alone, nodes).map((placement) => ({ nodes, placement })),
        );
        if (placements.length === 0) {
          unplaced += 1;
          continue;
        }
        placed += placements.length;
        for (const [lostZones, count] of hitsOf(zones)) {
          const outcomes = new Set<string>();
          for (const { nodes, placement } of placements)
            for (const gone of deaths(placement, nodes, lostZones, count)) outcomes.add(gone);
          const losses: Loss[] = [
            ...lostZones.map((zone): Loss => ({ kind: 'zone', zone })),
            ...Array.from({ length: count }, (): Loss => ({ kind: 'node', cluster: 'a' })),
          ];
          for (const elsewhere of ['', ' b', ' b b']) {
            verdictsCompared += 1;
            const database = databaseOf(own + elsewhere, { spread });
            const expected = worst(database, outcomes, elsewhere.length / 2);
            const { verdict } = judge(database, landscapeOf([site, 'b']), { losses, manner: 'crash' });
            if (verdict === verdicts[expected]) continue;
            wrong.push({
              site,
              own,
              elsewhere,
              spread,
              lostZones,
              count,
              expected: verdicts[expected],
              verdict,
            });
          }
        }
      }
    }
  }
  expect(wrong.slice(0, 8)).toEqual([]);
  expect({ placed, unplaced, verdictsCompared }).toEqual({
    placed: 6_666,
    unplaced: 710,
    verdictsCompared: 15_552,
  });
}, 120_000);

/** Up to two of nodes and zones. */
function hitsOf(zones: readonly string[]): [string[], number][] {
  const hits: [string[], number][] = [
    [[], 1],
    [[], 2],
  ];
  for (const [index, zone] of zones.entries()) {
    hits.push([[zone], 0], [[zone], 1]);
    for (const other of zones.slice(index + 1)) hits.push([[zone, other], 0]);
  }
  return hits;
}

function lostMembers(
  database: SurvivalDatabase,
  landscape: Landscape,
  losses: readonly Loss[],
): readonly Member[] {
  return judge(database, landscape, { losses, manner: 'crash' }).lost;
}

describe('what is lost', () => {
  const lost = (
    database: SurvivalDatabase,
    clusters: readonly (string | ClusterSite)[],
    ...losses: Loss[]
  ): string =>
    lostMembers(database, landscapeOf(clusters), losses)
      .map(({ name }) => name)
      .join(' ');
  const node = (name: string): Loss => ({ kind: 'node', cluster: name });
  const zone = (id: string): Loss => ({ kind: 'zone', zone: id });

  test('a zone that clusters of a region share goes in all of them', () => {
    const one = cluster('a', { region: 'eu', zones: ['x', 'y'] });
    const other = cluster('b', { region: 'eu', zones: ['x'] });
    const database = databaseOf('a a b c', { spread: { zone: 'even' } });
    expect(lost(database, [one, other, 'c'], zone('eu/x'))).toBe('db-0 db-2');
    const apart = cluster('b', { region: 'us', zones: ['x'] });
    expect(lost(database, [one, apart, 'c'], zone('eu/x'))).toBe('db-0');
  });

  test('the heaviest goes first', () => {
    expect(lost(databaseOf('a a*3 b'), ['a', 'b'], node('a'))).toBe('db-1');
  });

  test('the only data goes before a heavier arbitrator', () => {
    expect(lost(databaseOf('a ~a*3'), ['a'], node('a'))).toBe('db-0');
  });

  test('a cluster without zones is one zone: that of its arbitrator holds all', () => {
    expect(lost(databaseOf('a a b ~a/x'), ['a', 'b'], zone('a/x'))).toBe('db-0 db-1 arbitrator-3');
  });

  test('an arbitrator in a zone of its own goes with that, or with a node of its own', () => {
    const site = cluster('a', { zones: ['x', 'y'] });
    const database = databaseOf('a a b b ~a/z', { spread: { arbitrator: 'anywhere' } });
    expect(lost(database, [site, 'b'], zone('a/z'))).toBe('arbitrator-4');
    expect(lost(database, [site, 'b'], node('a'))).toBe('db-0');
    expect(lost(database, [site, 'b'], node('a'), node('a'))).toBe('db-0 db-1');
  });

  test('what cannot be placed as asked is not counted on', () => {
    const narrow = cluster('a', { zones: ['x'], nodes: 1 });
    const database = databaseOf('a a b', { spread: { zone: 'one-each' } });
    expect(lost(database, [narrow, 'b'], zone('a/x'))).toBe('db-0 db-1');
  });

  test('a cluster that is not declared has nothing said of it', () => {
    expect(lost(databaseOf('a a b'), ['b'], node('a'))).toBe('db-0');
    expect(lost(databaseOf('a a b'), ['b'], { kind: 'cluster', cluster: 'nowhere' })).toBe('');
  });

  test('thousands of replicas on one cluster are no matter', () => {
    const site = cluster('a', { zones: ['x:3000', 'y:3000'], nodes: 6000 });
    const database = databaseOf(Array.from({ length: 3000 }, () => 'a').join(' '), {
      spread: { zone: 'even' },
    });
    expect(lostMembers(database, landscapeOf([site]), [zone('a/x')]).length).toBe(1500);
  });
});
