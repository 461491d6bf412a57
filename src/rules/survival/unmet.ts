import {
  type Counterexample,
  counterexamples,
  type Goal,
  includes,
  type Landscape,
  lossesWords,
  lossText,
  outcomeWords,
  type SurvivalDatabase,
} from '../../survival/index.js';

/** A failure that a goal covers and that stops writes, in words. */
export interface Unmet extends Counterexample {
  readonly words: { readonly lost: string; readonly left: string };
}

/** What of a goal is not met: the greatest failures, as a cluster whose loss stops writes need not be told node by node. */
export function unmetOf(goal: Goal, database: SurvivalDatabase, landscape: Landscape): Unmet[] {
  const found = counterexamples(goal, database, landscape);
  const single = found.flatMap(({ losses }) => (losses.length === 1 ? losses : []));
  const alone = new Set(single.map(lossText));
  const greatest = found.filter(({ losses }) => {
    const [loss] = losses;
    // What stops writes by itself needs no second failure beside it.
    if (!loss || losses.length > 1) return !losses.some((each) => alone.has(lossText(each)));
    return !single.some((other) => other !== loss && includes(other, loss, landscape));
  });
  return greatest.map((each) => ({
    ...each,
    words: { lost: lossesWords(each.losses, landscape), left: outcomeWords(each.outcome) },
  }));
}
