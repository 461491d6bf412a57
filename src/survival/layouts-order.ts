import { countVectors, sum } from './layouts-counts.js';
import { mostOnOne, type Settings, type Site, type Tally, tallied, works } from './layouts-site.js';

/** Numbers of replicas of clusters, and those whose ordinals are given. */
export interface Counts extends Tally {
  /** Clusters of the ordinals that stay, from 0. */
  readonly fixed: readonly string[];
}

/**
 * Cluster of each ordinal, so that every odd number from 3 on that a scale-down reaches meets the goal if any order can make it;
 * undefined when no order does all of that. In turns where that is as good; ordinals that are added go to clusters with replicas first.
 */
export function ordered(
  site: Site,
  { clusters, counts, fixed }: Counts,
  settings: Settings,
): string[] | undefined {
  const replicas = sum(counts);
  const held = [...tallied(clusters, fixed).counts];
  const first = held.map((count) => (fixed.length > 0 && count === 0 ? 1 : 0));
  const must = new Set<number>();
  for (let size = Math.max(3, fixed.length + 1); size < replicas; size++) {
    if (size % 2 === 1 && canWork(site, { clusters, counts, fixed }, size, settings)) must.add(size);
  }
  const order = [...fixed];
  const extend = (): boolean => {
    if (order.length === replicas) return true;
    const open = clusters
      .map((_, index) => index)
      .filter((index) => (held[index] ?? 0) < (counts[index] ?? 0))
      .sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (held[a] ?? 0) - (held[b] ?? 0) || a - b);
    for (const index of open) {
      order.push(clusters[index] ?? '');
      held[index] = (held[index] ?? 0) + 1;
      const holds = !must.has(order.length) || works(site, { clusters, counts: held }, settings);
      if (holds && extend()) return true;
      order.pop();
      held[index] = (held[index] ?? 0) - 1;
    }
    return false;
  };
  return extend() ? order : undefined;
}

/** Whether so many of the replicas can meet the goal, those that stay among them. */
function canWork(site: Site, { clusters, counts, fixed }: Counts, size: number, settings: Settings): boolean {
  const least = tallied(clusters, fixed).counts;
  for (const vector of countVectors(size, least, mostOnOne(site, size, settings))) {
    if (vector.some((count, index) => count > (counts[index] ?? 0))) continue;
    if (works(site, { clusters, counts: vector }, settings)) return true;
  }
  return false;
}

/** Ordinals of each cluster, in the order of these clusters; those that have none are left out. */
export function byCluster(
  clusters: readonly string[],
  order: readonly string[],
): { cluster: string; ordinals: number[] }[] {
  const entries = clusters.map((cluster) => ({ cluster, ordinals: [] as number[] }));
  const index = new Map(entries.map((entry) => [entry.cluster, entry.ordinals]));
  for (const [ordinal, cluster] of order.entries()) index.get(cluster)?.push(ordinal);
  return entries.filter(({ ordinals }) => ordinals.length > 0);
}
