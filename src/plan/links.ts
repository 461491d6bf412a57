import * as units from '../sizing/units.js';
import { bitsPerSecond, type Database, type Link, milliseconds, type Topology } from '../topology/index.js';

/** What the network between two clusters can do: of several entries for one pair the worst figures. */
export interface PairLink {
  /** Longest round trip. */
  readonly roundTrip: units.Milliseconds | undefined;
  /** The entry that says so. */
  readonly longest: Link | undefined;
  readonly slowest: { readonly bandwidth: units.BitsPerSecond; readonly link: Link } | undefined;
}

/** What links between the clusters of a database can do, as far as the topology says. */
export interface DatabaseLinks {
  /** Longest round trip. */
  readonly roundTrip: units.Milliseconds | undefined;
  /** The entry for each pair of clusters that has a bandwidth. */
  readonly slowest: readonly NonNullable<PairLink['slowest']>[];
  /** True when every pair of clusters has a bandwidth. */
  readonly complete: boolean;
}

/** What a pair of clusters is filed under, whichever is named first. */
export function pairKey(first: string, second: string): string {
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

/** Pairs of the clusters that hold replicas, each once. */
export function pairsOf({ placement }: Database): readonly string[] {
  const clusters = [...new Set(placement.map(({ cluster }) => cluster))];
  return clusters.flatMap((first, index) =>
    clusters.slice(index + 1).map((second) => pairKey(first, second)),
  );
}

const pairsByLinks = new WeakMap<readonly Link[], ReadonlyMap<string, PairLink>>();
const noLinks: Link[] = [];

/** Every pair of clusters that `links` says something about, by {@link pairKey}. */
export function linksByPair({ links = noLinks }: Topology): ReadonlyMap<string, PairLink> {
  const known = pairsByLinks.get(links);
  if (known) return known;
  const pairs = new Map<string, PairLink>();
  for (const link of links) {
    const [first = '', second = ''] = link.between;
    const key = pairKey(first, second);
    pairs.set(key, worseOf(pairs.get(key), link));
  }
  pairsByLinks.set(links, pairs);
  return pairs;
}

function worseOf(known: PairLink | undefined, link: Link): PairLink {
  const { rtt, bandwidth: carried } = link;
  const bandwidth = carried === undefined ? undefined : units.bitsPerSecond(bitsPerSecond(carried));
  const slower = bandwidth !== undefined && !(known?.slowest && known.slowest.bandwidth <= bandwidth);
  const roundTrip = rtt === undefined ? undefined : units.milliseconds(milliseconds(rtt));
  const longer = roundTrip !== undefined && !(known?.roundTrip !== undefined && known.roundTrip >= roundTrip);
  return {
    roundTrip: longer ? roundTrip : known?.roundTrip,
    longest: longer ? link : known?.longest,
    slowest: slower ? { bandwidth, link } : known?.slowest,
  };
}

/** The links between the clusters of a database. */
export function linksOf(database: Database, topology: Topology): DatabaseLinks {
  const known = linksByPair(topology);
  const pairs = known.size === 0 ? [] : pairsOf(database);
  const slowest: NonNullable<PairLink['slowest']>[] = [];
  let roundTrip: number | undefined;
  for (const pair of pairs) {
    const link = known.get(pair);
    if (link?.roundTrip !== undefined) roundTrip = Math.max(roundTrip ?? 0, link.roundTrip);
    if (link?.slowest) slowest.push(link.slowest);
  }
  return {
    roundTrip: roundTrip === undefined ? undefined : units.milliseconds(roundTrip),
    slowest,
    complete: pairs.length > 0 && slowest.length === pairs.length,
  };
}
