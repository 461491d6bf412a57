import { choices, countVectors, sum, unevenness } from './layouts-counts.js';
import { ordered } from './layouts-order.js';
import { arbitratorVotes, type Settings, type Site, settingsOf, works } from './layouts-site.js';
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
function furtherClusters({ request }: Site, own: readonly string[]): { declared: string[]; others: number } {
  if (request.provider.sites === 'one') return { declared: [], others: 0 };
  const wanted = request.goal === 'cluster+1' ? 5 : 3;
  const declared = request.candidates
    .filter((name) => !own.includes(name))
    .slice(0, Math.max(mostCandidates, wanted - own.length));
  return { declared, others: Math.max(1, wanted - own.length - declared.length) };
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
      if (replicas >= fixed.length || !works(site, order, settings)) continue;
      const changed = changedBy(site, own, order);
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
  for (let more = 0; more < fewest && more <= replicas; more++) {
    let any = false;
    for (const group of newClustersOf(site, basis.own, more)) {
      any ||= group.length > 0;
      const found = group.flatMap((chosen) => layoutsOn(site, basis, chosen, { replicas, settings }));
      found.sort((one, other) => one.changed - other.changed || unevennessOf(one) - unevennessOf(other));
      const [best, next] = found;
      if (best) return { ...best, only: next?.changed !== best.changed };
    }
    if (!any) return undefined;
  }
  return undefined;
}

export function undeclaredOf({ newClusters }: Found): number {
  return newClusters.filter(({ declared }) => !declared).length;
}

function unevennessOf({ clusters, order }: Found): number {
  return unevenness(countsOf(clusters, order));
}

export function countsOf(clusters: readonly string[], order: readonly string[]): number[] {
  return clusters.map((name) => order.filter((each) => each === name).length);
}

function layoutsOn(
  site: Site,
  { fixed, own }: Basis,
  chosen: readonly NewCluster[],
  { replicas, settings }: Pick<Wanted, 'replicas' | 'settings'>,
): Found[] {
  const clusters = [...own, ...chosen.map(({ name }) => name)];
  const least = clusters.map((name, index) => {
    if (index >= own.length) return 1;
    const held = fixed.filter((each) => each === name).length;
    return fixed.length > 0 ? held : 1;
  });
  const found: Found[] = [];
  for (const counts of countVectors(replicas, least)) {
    if (cannotWork(site, counts)) continue;
    const layout = counts.flatMap((count, index) =>
      Array.from({ length: count }, () => clusters[index] ?? ''),
    );
    if (!works(site, layout, settings)) continue;
    const order = ordered(site, { clusters, counts, fixed }, settings);
    if (!order) continue;
    found.push({
      order,
      clusters,
      newClusters: chosen,
      settings,
      changed: changedBy(site, clusters, order),
      only: false,
    });
  }
  return found;
}

/** Spares a look at those in which one cluster has half of the votes. */
function cannotWork({ request, votes }: Site, counts: readonly number[]): boolean {
  if (!votes || (request.goal !== 'cluster' && request.goal !== 'cluster+1')) return false;
  return Math.max(...counts) * 2 >= sum(counts);
}

function changedBy({ present }: Site, clusters: readonly string[], order: readonly string[]): number {
  const after = new Map(clusters.map((name) => [name, order.filter((each) => each === name).length]));
  let changed = 0;
  for (const name of new Set(present)) {
    const before = present.filter((each) => each === name).length;
    changed += Math.max(0, before - (after.get(name) ?? 0));
  }
  return changed;
}
