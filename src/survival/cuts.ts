import { includes, singleLosses } from './failures.js';
import { judge } from './judge.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';

/** The smallest sets of failures that stop writes. */
export interface Cuts {
  /** Single and double failures of which no part, and nothing smaller in its place, stops writes. */
  readonly cuts: readonly (readonly Loss[])[];
  /** What was not tried; undefined when all single and double failures were. */
  readonly leftOut: string | undefined;
}

/** Most things that fail alone which are tried in pairs. */
const mostTried = 150;

/** The smallest sets of nodes, zones, clusters and links whose loss at one moment stops writes. */
export function minimalCuts(database: SurvivalDatabase, landscape: Landscape): Cuts {
  const { failures } = singleLosses(database, landscape);
  const parts = failures.filter(({ kind }) => kind !== 'split' && kind !== 'hub' && kind !== 'region');
  const stops = (losses: readonly Loss[]): boolean =>
    judge(database, landscape, { losses, manner: 'crash' }).writes === 'stop';
  const alone = parts.filter((loss) => stops([loss]));
  const cuts: (readonly Loss[])[] = smallest(
    alone.map((loss) => [loss]),
    landscape,
  );
  const rest = parts.filter((loss) => !alone.includes(loss));
  if (rest.length > mostTried) return { cuts, leftOut: `pairs of ${rest.length} parts` };
  const pairs: (readonly Loss[])[] = [];
  for (const [index, first] of rest.entries()) {
    for (const second of rest.slice(first.kind === 'node' ? index : index + 1)) {
      if (includes(first, second, landscape) || includes(second, first, landscape)) continue;
      if (stops([first, second])) pairs.push([first, second]);
    }
  }
  return { cuts: [...cuts, ...smallest(pairs, landscape)], leftOut: undefined };
}

/** Those that no other of the same number replaces with something smaller. */
function smallest(cuts: readonly (readonly Loss[])[], landscape: Landscape): (readonly Loss[])[] {
  return cuts.filter((cut) => !cuts.some((other) => other !== cut && isSmaller(other, cut, landscape)));
}

function isSmaller(one: readonly Loss[], other: readonly Loss[], landscape: Landscape): boolean {
  const covers = (larger: Loss, smaller: Loss): boolean =>
    larger === smaller || includes(larger, smaller, landscape);
  if (one.length === 1) return other.some((larger) => one.every((smaller) => covers(larger, smaller)));
  const [first, second] = one;
  const [large, larger] = other;
  if (!first || !second || !large || !larger) return false;
  return (covers(large, first) && covers(larger, second)) || (covers(large, second) && covers(larger, first));
}
