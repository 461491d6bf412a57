import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClusterSite,
  goals,
  type Landscape,
  type LayoutRequest,
  type LayoutSuggestion,
  type Member,
  meets,
  type Protocol,
  type SurvivalDatabase,
  scaledDown,
  suggestLayouts,
} from './index.js';
import { compareCosts } from './layouts.js';
import { kubedb, operator, placedOn, statefulset } from './layouts.testing.js';

const names = ['a', 'b', 'c', 'd', 'e'];

const sites: fc.Arbitrary<readonly ClusterSite[]> = fc.tuple(
  ...names.map((name) =>
    fc
      .record({
        region: fc.constantFrom(undefined, 'eu'),
        zones: fc.constantFrom([], ['1'], ['1', '2'], ['1', '2', '3'], [`${name}1`, `${name}2`]),
        nodes: fc.constantFrom(undefined, undefined, undefined, 0, 1, 3, 6),
      })
      .map(({ region, zones, nodes }) => ({
        name,
        region,
        nodes,
        zones: zones.map((zone) => ({ id: `${region ?? name}/${zone}`, name: zone, nodes: undefined })),
      })),
  ),
);

const protocols: readonly Protocol[] = [
  { kind: 'galera', dirtyReads: false },
  { kind: 'raft', synchronous: 0, hotStandby: true },
  { kind: 'raft', synchronous: 1, hotStandby: true },
  { kind: 'operator', semiSynchronous: false },
];

const requests: fc.Arbitrary<LayoutRequest> = fc
  .record({
    clusters: sites,
    goal: fc.constantFrom(...goals),
    provider: fc.constantFrom(kubedb, operator, statefulset),
    present: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 }),
    protocol: fc.constantFrom(...protocols),
    node: fc.constantFrom('apart' as const, 'anywhere' as const),
    zone: fc.constantFrom('one-each' as const, 'even' as const, 'anywhere' as const),
    arbitrator: fc.constantFrom(undefined, 'a/1', 'a/9', 'eu/1'),
    candidates: fc.subarray(names),
    running: fc.constantFrom('nothing' as const, 'unknown' as const, 'known' as const),
  })
  .map(({ clusters, goal, provider, present, protocol, node, zone, arbitrator, candidates, running }) => {
    const single = provider.sites === 'one';
    const order = single ? present.map(() => 'a') : present;
    const kind = provider === operator || protocol.kind !== 'operator' ? protocol : protocols[0];
    const vote: Member = {
      name: 'orders-arbitrator',
      ordinal: undefined,
      cluster: 'a',
      zone: arbitrator,
      weight: 1,
      data: false,
    };
    const { members } = placedOn(order);
    const hasVote = provider === statefulset && arbitrator !== undefined && kind?.kind === 'galera';
    return {
      database: placedOn('', {
        protocol: kind ?? { kind: 'alone' },
        members: hasVote ? [...members, vote] : members,
        spread: { node, zone: single && zone === 'one-each' ? 'even' : zone, arbitrator: 'apart' },
      }),
      landscape: { clusters, hub: undefined },
      goal,
      provider,
      candidates,
      running: running === 'known' ? new Map(order.map((name, ordinal) => [ordinal, name])) : running,
    };
  });

/** The database as a suggestion has it, made here and not by what suggests. */
function after({ database, provider, landscape }: LayoutRequest, each: LayoutSuggestion): SurvivalDatabase {
  const order: string[] = [];
  for (const { cluster, ordinals } of each.placement)
    for (const ordinal of ordinals) order[ordinal] = cluster;
  const votes = database.members.filter(({ data }) => !data);
  const zone = thirdZone(landscape);
  const added: Member = {
    name: 'orders-arbitrator',
    ordinal: undefined,
    cluster: 'a',
    zone,
    weight: 1,
    data: false,
  };
  const arbitrators =
    each.arbitrator === undefined
      ? votes
      : each.arbitrator.change === 'add'
        ? [...votes, added]
        : votes.map((vote) => ({ ...vote, zone }));
  const { spread } = database;
  return {
    ...database,
    members: [...placedOn(order).members, ...arbitrators],
    spread: {
      ...spread,
      ...(each.spread === 'node' && { node: 'apart' as const }),
      ...(each.spread === 'zone' && {
        zone: provider.sites === 'many' ? ('one-each' as const) : ('even' as const),
      }),
    },
  };
}

function thirdZone({ clusters }: Landscape): string {
  return clusters[0]?.region === 'eu' ? 'eu/third' : 'a/third';
}

test('whatever is asked, what is suggested holds', () => {
  let suggested = 0;
  fc.assert(
    fc.property(requests, (request) => {
      const result = suggestLayouts(request);
      const { goal, landscape, provider, database, running } = request;
      expect(suggestLayouts({ ...request })).toEqual(result);
      const present = database.members.filter(({ data }) => data).map(({ cluster }) => cluster);
      for (const [index, each] of result.suggestions.entries()) {
        suggested += 1;
        const changed = after(request, each);
        const replicas = changed.members.filter(({ data }) => data);
        expect(replicas.map(({ ordinal }) => ordinal)).toEqual(replicas.map((_, ordinal) => ordinal));
        expect(replicas.length).toBe(each.replicas);
        expect(replicas.length).toBeLessThanOrEqual(provider.mostReplicas);
        expect(meets(goal, changed, landscape)).toBe(true);
        if (database.protocol.kind !== 'operator') expect(changed.members.length % 2).toBe(1);
        const stays = replicas.every(({ cluster }, ordinal) => (present[ordinal] ?? cluster) === cluster);
        expect(each.movesNothing).toBe(stays);
        if (each.kind === 'grown') expect(stays).toBe(true);
        if (each.kind === 'new') expect(typeof running).toBe('string');
        if (each.arbitrator) expect(provider.arbitrator).toBe(true);
        if (each.certain) {
          expect(index).toBe(0);
          expect(running).toBe('nothing');
          expect(each.replicas).toBe(present.length);
          expect(each.newClusters.every(({ declared }) => declared)).toBe(true);
          expect(meets(goal, database, landscape) && sameLayout(each, present)).toBe(false);
        }
        const before = result.suggestions[index - 1];
        if (before) expect(compareCosts(before.cost, each.cost)).toBeLessThanOrEqual(0);
        // What is proven to be impossible on the present clusters needs something else.
        if (result.impossible) expect(each.newClusters.length + (each.arbitrator ? 1 : 0)).toBeGreaterThan(0);
        // At a smaller number of replicas no cluster of the layout holds more than an order has to give it.
        if (each.kind === 'new' && goal === 'cluster' && zonesApart(landscape))
          for (let size = 3; size < replicas.length; size += 2)
            expect(meets(goal, scaledDown(changed, size), landscape)).toBe(true);
      }
    }),
    { numRuns: 400, seed: 6 },
  );
  expect(suggested).toBeGreaterThan(150);
}, 60_000);

function sameLayout({ placement }: LayoutSuggestion, present: readonly string[]): boolean {
  return placement.every(({ cluster, ordinals }) =>
    ordinals.every((ordinal) => present[ordinal] === cluster),
  );
}

function zonesApart({ clusters }: Landscape): boolean {
  const all = clusters.flatMap(({ zones }) => zones.map(({ id }) => id));
  return new Set(all).size === all.length;
}
