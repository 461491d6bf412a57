import { clusterNamed } from './landscape.js';
import { choices, countVectors, unevenness } from './layouts-counts.js';
import { ordered } from './layouts-order.js';
import {
  arbitratorVotes,
  mostOnOne,
  type Settings,
  type Site,
  settingsOf,
  type Tally,
  tallied,
  works,
} from './layouts-site.js';
import type { NewCluster } from './layouts-types.js';

/** A layout that meets the goal. */
export interface Found {
  /** Cluster of each ordinal. */
  readonly order: readonly string[];
  /** Clusters in the order of the placement, new ones last. */
  readonly clusters: readonly string[];
  readonly newClusters: readonly NewCluster[];
  readonly settings: Settings;
  /** Replicas of today that a cluster no longer has. */
  readonly changed: number;
  /** Whether no other layout costs the same. */
  readonly only: boolean;
}

/** What stays as it is. */
export interface Basis {
  /** Clusters of the ordinals that stay, from 0. */
  readonly fixed: readonly string[];
  /** Clusters that every layout uses, unless fixed ordinals say otherwise. */
  readonly own: readonly string[];
}

const numerals = [
  'a first',
  'a second',
  'a third',
  'a fourth',
  'a fifth',
  'a sixth',
  'a seventh',
  'an eighth',
  'a ninth',
];

/** What stands for the name of a cluster that no file has: by how many clusters there are with it. */
export function unnamed(position: number): string {
  return `${numerals[position] ?? 'another'} cluster`;
}

/** Most clusters of the file that are tried beside those of the database. */
const mostCandidates = 2;

/** Clusters beside the own ones: those of the file, the preferred first, and how many others are worth a try. */
function furtherClusters(site: Site, own: readonly string[]): { declared: string[]; others: number } {
  const { request } = site;
  if (request.provider.sites === 'one') return { declared: [], others: 0 };
  const wanted = request.goal === 'cluster+1' ? 5 : 3;
  const declared = usable(site, own).slice(0, Math.max(mostCandidates, wanted - own.length));
  return { declared, others: Math.max(1, wanted - own.length - declared.length) };
}

/** Clusters of the file that are not the own ones, and have nodes as far as it says. */
function usable({ request }: Site, own: readonly string[]): string[] {
  return request.candidates.filter(
    (name) => !own.includes(name) && clusterNamed(request.landscape, name).nodes !== 0,
  );
}

/** Whether no cluster of the file is left out of the search. */
function seesAll(site: Site, own: readonly string[]): boolean {
  return usable(site, own).length === furtherClusters(site, own).declared.length;
}

/** Every choice of so many further clusters, grouped by how many of them are in no file. */
function* newClustersOf(site: Site, own: readonly string[], size: number): Generator<NewCluster[][]> {
  const { declared, others } = furtherClusters(site, own);
  for (let undeclared = 0; undeclared <= Math.min(size, others); undeclared++) {
    const named = size - undeclared;
    const rest = Array.from({ length: undeclared }, (_, index): NewCluster => {
      return { name: unnamed(own.length + named + index), declared: false };
    });
    yield [...choices(declared, named)].map((names) => [
      ...names.map((name): NewCluster => ({ name, declared: true })),
      ...rest,
    ]);
  }
}

/** Numbers of replicas that are worth a try, ascending. */
function sizesOf(site: Site, settings: Settings, least: number): number[] {
  const { mostReplicas } = site.request.provider;
  const sizes: number[] = [];
  const more = arbitratorVotes(site, settings);
  for (let replicas = Math.max(1, least); replicas <= mostReplicas; replicas++)
    if (!site.votes || (replicas + more) % 2 === 1) sizes.push(replicas);
  return sizes;
}

/** The cheapest layouts of so many replicas or more that keep what stays: for each setting, one for each number of new clusters. */
export function search(site: Site, basis: Basis, least: number): Found[] {
  const found: Found[] = [];
  for (const settings of settingsOf(site)) {
    let fewest = Number.POSITIVE_INFINITY;
    for (const replicas of sizesOf(site, settings, Math.max(least, basis.fixed.length))) {
      const best = cheapestOf(site, basis, { replicas, settings, fewest });
      if (!best) continue;
      found.push(best);
      // More replicas are only worth it where they spare a cluster.
      fewest = best.newClusters.length;
      if (fewest === 0) break;
    }
  }
  return found;
}

/** What scale-downs leave that meets the goal: for each setting the one that removes the fewest. */
export function shortened(site: Site, { fixed, own }: Basis): Found[] {
  const found: Found[] = [];
  for (const settings of settingsOf(site)) {
    for (const replicas of sizesOf(site, settings, 1).reverse()) {
      const order = fixed.slice(0, replicas);
      if (replicas >= fixed.length || !works(site, tallied(own, order), settings)) continue;
      const changed = changedBy(site, tallied(own, order));
      found.push({ order, clusters: own, newClusters: [], settings, changed, only: true });
      break;
    }
  }
  return found;
}

interface Wanted {
  readonly replicas: number;
  readonly settings: Settings;
  /** New clusters of a layout with fewer replicas. */
  readonly fewest: number;
}

/** The layout of so many replicas with the fewest new clusters. */
function cheapestOf(site: Site, basis: Basis, { replicas, settings, fewest }: Wanted): Found | undefined {
  const room = replicas - (basis.fixed.length > 0 ? basis.fixed.length : basis.own.length);
  for (let more = 0; more < fewest && more <= room; more++) {
    let any = false;
    for (const group of newClustersOf(site, basis.own, more)) {
      any ||= group.length > 0;
      const tallies = group.flatMap((chosen) => talliesOn(site, basis, chosen, { replicas, settings }));
      tallies.sort((one, other) => one.changed - other.changed || one.uneven - other.uneven);
      const cheapest = tallies.filter(({ changed }) => changed === tallies[0]?.changed).length;
      for (const tally of tallies) {
        const order = ordered(site, { ...tally, fixed: basis.fixed }, settings);
        const only = cheapest === 1 && tally === tallies[0] && (more === 0 || seesAll(site, basis.own));
        if (order) return { ...tally, order, settings, only };
      }
    }
    if (!any) return undefined;
  }
  return undefined;
}

export function undeclaredOf({ newClusters }: Found): number {
  return newClusters.filter(({ declared }) => !declared).length;
}

/** Numbers of replicas that meet the goal. */
interface Candidate extends Tally {
  readonly newClusters: readonly NewCluster[];
  readonly changed: number;
  readonly uneven: number;
}

function talliesOn(
  site: Site,
  { fixed, own }: Basis,
  newClusters: readonly NewCluster[],
  { replicas, settings }: Pick<Wanted, 'replicas' | 'settings'>,
): Candidate[] {
  const clusters = [...own, ...newClusters.map(({ name }) => name)];
  const held = tallied(clusters, fixed).counts;
  const least = held.map((count, index) => (index >= own.length || fixed.length === 0 ? 1 : count));
  const found: Candidate[] = [];
  for (const counts of countVectors(replicas, least, mostOnOne(site, replicas, settings))) {
    const tally = { clusters, counts };
    if (!works(site, tally, settings)) continue;
    found.push({ ...tally, newClusters, changed: changedBy(site, tally), uneven: unevenness(counts) });
  }
  return found;
}

function changedBy({ present }: Site, { clusters, counts }: Tally): number {
  const after = new Map(clusters.map((name, index) => [name, counts[index] ?? 0]));
  const own = [...new Set(present)];
  const before = tallied(own, present).counts;
  return own.reduce(
    (sum, name, index) => sum + Math.max(0, (before[index] ?? 0) - (after.get(name) ?? 0)),
    0,
  );
}
