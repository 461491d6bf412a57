import { clusterNamed } from './landscape.js';
import { membersByCluster } from './lost.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';

/** Most clusters of one database whose splits into two groups are listed: 2,047 of 12. */
export const mostSplitClusters = 12;
/** Most double failures that are listed. */
export const mostDoubles = 100_000;

/** Every failure of one kind, and what was left out because there would be too many. */
export interface Enumeration<T> {
  readonly failures: readonly T[];
  /** What is not among them; undefined when all are. */
  readonly leftOut: string | undefined;
}

/** Everything that can be lost of what a database stands on, one at a time: nodes first, splits last. */
export function singleLosses(database: SurvivalDatabase, landscape: Landscape): Enumeration<Loss> {
  const names = [...membersByCluster(database).keys()];
  const clusters = names.map((name) => clusterNamed(landscape, name));
  const regions = new Set(clusters.flatMap(({ region }) => (region === undefined ? [] : [region])));
  const failures: Loss[] = [
    ...names.map((cluster): Loss => ({ kind: 'node', cluster })),
    ...zonesOf(database, landscape).map((zone): Loss => ({ kind: 'zone', zone })),
    ...names.map((cluster): Loss => ({ kind: 'cluster', cluster })),
    ...[...regions].map((region): Loss => ({ kind: 'region', region })),
    ...pairsOf(names).map((between): Loss => ({ kind: 'link', between })),
  ];
  if (database.onHub && landscape.hub !== undefined) {
    failures.push({ kind: 'hub' });
    if (!names.includes(landscape.hub)) failures.push({ kind: 'cluster', cluster: landscape.hub });
  }
  if (names.length > mostSplitClusters)
    return { failures, leftOut: `splits of ${names.length} clusters into two groups` };
  return { failures: [...failures, ...splitsOf(names)], leftOut: undefined };
}

/** Zones in which a database has or may have members. */
export function zonesOf(database: SurvivalDatabase, landscape: Landscape): string[] {
  const zones = new Set<string>();
  for (const name of membersByCluster(database).keys())
    for (const { id } of clusterNamed(landscape, name).zones) zones.add(id);
  for (const { zone } of database.members) if (zone !== undefined) zones.add(zone);
  return [...zones];
}

/** Pairs of clusters, each once. */
export function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((first, index) =>
    names.slice(index + 1).map((second): [string, string] => [first, second]),
  );
}

/** Partings into two groups, each once, named by the group without the first cluster. Of two clusters the link says it. */
function splitsOf(names: readonly string[]): Loss[] {
  if (names.length < 3) return [];
  const rest = names.slice(1);
  const splits: Loss[] = [];
  for (let chosen = 1; chosen < 2 ** rest.length; chosen++)
    splits.push({ kind: 'split', group: rest.filter((_, bit) => Math.floor(chosen / 2 ** bit) % 2 === 1) });
  return splits.sort((one, other) => sizeOf(one) - sizeOf(other));
}

function sizeOf(loss: Loss): number {
  return loss.kind === 'split' ? loss.group.length : 0;
}

/** Every two different losses at once, and two nodes of one cluster; those of which one includes the other are left out. */
export function doubleLosses(
  database: SurvivalDatabase,
  landscape: Landscape,
): Enumeration<readonly [Loss, Loss]> {
  const singles = singleLosses(database, landscape);
  let candidates = singles.failures;
  let { leftOut } = singles;
  if ((candidates.length * (candidates.length + 1)) / 2 > mostDoubles) {
    candidates = candidates.filter(({ kind }) => kind !== 'split');
    leftOut ??= 'splits into two groups beside another failure';
  }
  const failures: [Loss, Loss][] = [];
  for (const [index, first] of candidates.entries()) {
    for (const second of candidates.slice(first.kind === 'node' ? index : index + 1)) {
      if (failures.length >= mostDoubles)
        return { failures, leftOut: `double failures beyond the first ${mostDoubles}` };
      if (includes(first, second, landscape) || includes(second, first, landscape)) continue;
      failures.push([first, second]);
    }
  }
  return { failures, leftOut };
}

/** Whether one loss already brings another about. Two nodes of one cluster are two. */
export function includes(larger: Loss, smaller: Loss, landscape: Landscape): boolean {
  if (larger.kind === 'cluster') return isWithin(smaller, larger.cluster, landscape);
  if (larger.kind === 'region') {
    const within = landscape.clusters.filter(({ region }) => region === larger.region);
    // A zone never reaches beyond its region.
    if (smaller.kind === 'zone')
      return within.some(({ zones }) => zones.some(({ id }) => id === smaller.zone));
    return within.some(({ name }) => isWithin(smaller, name, landscape));
  }
  if (larger.kind === 'zone' && smaller.kind === 'node') {
    const { zones } = clusterNamed(landscape, smaller.cluster);
    return zones.length === 1 && zones[0]?.id === larger.zone;
  }
  if (larger.kind === 'split' && smaller.kind === 'link') {
    const [first, second] = smaller.between;
    return larger.group.includes(first) !== larger.group.includes(second);
  }
  return false;
}

function isWithin(loss: Loss, cluster: string, landscape: Landscape): boolean {
  switch (loss.kind) {
    case 'node':
    case 'cluster':
      return loss.cluster === cluster;
    case 'zone':
      return landscape.clusters.every(
        ({ name, zones }) => name === cluster || !zones.some(({ id }) => id === loss.zone),
      );
    case 'link':
      return loss.between.includes(cluster);
    case 'hub':
      return landscape.hub === cluster;
    case 'split':
      return loss.group.length === 1 && loss.group[0] === cluster;
    case 'region':
      return false;
  }
}
