import { includes, linksOf, mostLinkClusters, pairsOfLosses, partsOf } from './failures.js';
import { stopsWrites } from './judge.js';
import { inOrder } from './landscape.js';
import { membersByCluster } from './lost.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';

/** The smallest sets of failures that stop writes. */
export interface Cuts {
  /** Single and double failures of which no part, and nothing smaller in its place, stops writes. */
  readonly cuts: readonly (readonly Loss[])[];
  /** What was not tried; undefined when all single and double failures were. */
  readonly leftOut: string | undefined;
}

/** Most things that fail alone which are tried in pairs. */
const mostTried = 300;

/** The smallest nodes, zones, clusters and links whose loss alone stops writes. */
export function singleCuts(database: SurvivalDatabase, landscape: Landscape): Loss[] {
  const names = [...membersByCluster(database).keys()];
  const links = names.length > mostLinkClusters ? [] : linksOf(names);
  const stopping = [...partsOf(database, landscape), ...links].filter((loss) =>
    stopsWrites(database, landscape, [loss]),
  );
  return smallest(stopping, landscape);
}

/** The smallest sets of nodes, zones, clusters and links whose loss at one moment stops writes. */
export function minimalCuts(database: SurvivalDatabase, landscape: Landscape): Cuts {
  const parts = partsOf(database, landscape);
  const stops = (losses: readonly Loss[]): boolean => stopsWrites(database, landscape, losses);
  const alone = new Set(parts.filter((loss) => stops([loss])));
  const names = [...membersByCluster(database).keys()];
  // Links count only in pairs: one alone leaves a way round, unless there are but two clusters.
  const links = parts.length > mostTried ? [] : linksOf(inOrder(names, landscape));
  for (const link of links) if (stops([link])) alone.add(link);
  const cuts: (readonly Loss[])[] = smallest([...alone], landscape).map((loss) => [loss]);
  const rest = [...parts, ...links].filter((loss) => !alone.has(loss));
  if (rest.length > mostTried || parts.length > mostTried)
    return { cuts, leftOut: `pairs of ${Math.max(rest.length, parts.length)} parts` };
  const numbers = new Map(rest.map((loss, number) => [loss, number]));
  const pairs: (readonly [Loss, Loss])[] = [];
  for (const pair of pairsOfLosses(rest, landscape)) if (stops(pair)) pairs.push(pair);
  const key = (one: Loss, other: Loss): number => {
    const first = numbers.get(one) ?? 0;
    const second = numbers.get(other) ?? 0;
    return Math.min(first, second) * rest.length + Math.max(first, second);
  };
  const stopping = new Set(pairs.map(([first, second]) => key(first, second)));
  const inside = new Map(
    rest.map((loss) => [loss, rest.filter((other) => other === loss || includes(loss, other, landscape))]),
  );
  const isSmallest = (pair: readonly [Loss, Loss]): boolean => {
    const own = key(pair[0], pair[1]);
    for (const first of inside.get(pair[0]) ?? []) {
      for (const second of inside.get(pair[1]) ?? []) {
        const other = key(first, second);
        if (other !== own && stopping.has(other)) return false;
      }
    }
    return true;
  };
  return { cuts: [...cuts, ...pairs.filter(isSmallest)], leftOut: undefined };
}

/** Those that include no other. */
function smallest(losses: readonly Loss[], landscape: Landscape): Loss[] {
  return losses.filter((loss) => !losses.some((other) => other !== loss && includes(loss, other, landscape)));
}
