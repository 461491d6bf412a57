import { clusterNamed, clustersInRegion, clustersInZone, inOrder } from './landscape.js';
import { membersByCluster } from './lost.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';

/** Most clusters of one database whose splits into two groups are listed: 2,047 of 12. */
export const mostSplitClusters = 12;
/** Most clusters of one database whose links are listed: 2,016 of 64. */
export const mostLinkClusters = 64;
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
  const leftOut: string[] = [];
  const failures = partsOf(database, landscape);
  const regions = new Set(names.flatMap((name) => clusterNamed(landscape, name).region ?? []));
  for (const region of regions) failures.push({ kind: 'region', region });
  if (names.length > mostLinkClusters) leftOut.push(`links between ${names.length} clusters`);
  else failures.push(...linksOf(inOrder(names, landscape)));
  if (database.onHub && landscape.hub !== undefined) {
    failures.push({ kind: 'hub' });
    if (!names.includes(landscape.hub)) failures.push({ kind: 'cluster', cluster: landscape.hub });
  }
  if (names.length > mostSplitClusters) leftOut.push(`splits of ${names.length} clusters into two groups`);
  else failures.push(...splitsOf(inOrder(names, landscape)));
  return { failures, leftOut: saidOf(leftOut) };
}

function saidOf(leftOut: readonly string[]): string | undefined {
  return leftOut.length === 0 ? undefined : leftOut.join(', ');
}

/** What runs members: nodes, zones and clusters. */
export function partsOf(database: SurvivalDatabase, landscape: Landscape): Loss[] {
  const names = [...membersByCluster(database).keys()];
  return [
    ...names.map((cluster): Loss => ({ kind: 'node', cluster })),
    ...zonesOf(database, landscape).map((zone): Loss => ({ kind: 'zone', zone })),
    ...names.map((cluster): Loss => ({ kind: 'cluster', cluster })),
  ];
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

/** The network between each two clusters. */
export function linksOf(names: readonly string[]): Loss[] {
  return pairsOf(names).map((between): Loss => ({ kind: 'link', between }));
}

/**
 * Partings into two groups, each once, named by the smaller group; of two halves by the one without the first cluster. Of two clusters
 * the link says it.
 */
function splitsOf(names: readonly string[]): Loss[] {
  if (names.length < 3) return [];
  const splits: string[][] = [];
  for (let chosen = 1; chosen < 2 ** (names.length - 1); chosen++) {
    const isChosen = (_: string, index: number): boolean => ((chosen * 2) >> index) % 2 === 1;
    const group = names.filter(isChosen);
    splits.push(
      group.length * 2 <= names.length ? group : names.filter((name, index) => !isChosen(name, index)),
    );
  }
  splits.sort((one, other) => one.length - other.length);
  return splits.map((group): Loss => ({ kind: 'split', group }));
}

/**
 * Every two different losses at once, and two nodes of one cluster; those of which one includes the other are left out. Where there
 * would be too many, splits go first, then links, then zones.
 *
 * @param singles the single losses that they are made of, each the same object in all pairs
 */
export function doubleLosses(
  database: SurvivalDatabase,
  landscape: Landscape,
  singles: Enumeration<Loss> = singleLosses(database, landscape),
): Enumeration<readonly [Loss, Loss]> {
  const leftOut = singles.leftOut === undefined ? [] : [singles.leftOut];
  let candidates = singles.failures;
  for (const [kind, words] of [
    ['split', 'splits into two groups beside another failure'],
    ['link', 'links beside another failure'],
    ['zone', 'zones beside another failure'],
  ] as const) {
    if ((candidates.length * (candidates.length + 1)) / 2 <= mostDoubles) break;
    const rest = candidates.filter((each) => each.kind !== kind);
    if (rest.length < candidates.length) leftOut.push(words);
    candidates = rest;
  }
  const failures: [Loss, Loss][] = [];
  for (const [first, second] of pairsOfLosses(candidates, landscape)) {
    if (failures.length >= mostDoubles) {
      leftOut.push(`double failures beyond the first ${mostDoubles}`);
      break;
    }
    failures.push([first, second]);
  }
  return { failures, leftOut: saidOf(leftOut) };
}

/** Each two of these losses of which none includes the other, one after the other; a node also with another of its cluster. */
export function* pairsOfLosses(
  losses: readonly Loss[],
  landscape: Landscape,
): Generator<readonly [Loss, Loss]> {
  for (const [index, first] of losses.entries()) {
    for (let other = first.kind === 'node' ? index : index + 1; other < losses.length; other++) {
      const second = losses[other];
      if (!second || includes(first, second, landscape) || includes(second, first, landscape)) continue;
      yield [first, second];
    }
  }
}

/** Whether one loss already brings another about. Two nodes of one cluster are two. */
export function includes(larger: Loss, smaller: Loss, landscape: Landscape): boolean {
  switch (larger.kind) {
    case 'cluster':
      return isWithin(smaller, larger.cluster, landscape);
    case 'region':
      // A zone never reaches beyond its region.
      if (smaller.kind === 'zone') return smaller.zone.startsWith(`${larger.region}/`);
      return clustersInRegion(landscape, larger.region).some(({ name }) =>
        isWithin(smaller, name, landscape),
      );
    case 'zone': {
      if (smaller.kind !== 'node') return false;
      const { zones } = clusterNamed(landscape, smaller.cluster);
      return zones.length === 1 && zones[0]?.id === larger.zone;
    }
    case 'split':
      return (
        smaller.kind === 'link' &&
        larger.group.includes(smaller.between[0]) !== larger.group.includes(smaller.between[1])
      );
    default:
      return false;
  }
}

function isWithin(loss: Loss, cluster: string, landscape: Landscape): boolean {
  switch (loss.kind) {
    case 'node':
    case 'cluster':
      return loss.cluster === cluster;
    case 'zone': {
      const clusters = clustersInZone(landscape, loss.zone);
      if (clusters.length === 0) return loss.zone.startsWith(`${cluster}/`);
      return clusters.every((name) => name === cluster);
    }
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
