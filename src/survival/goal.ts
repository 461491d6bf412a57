import { includes, zonesOf } from './failures.js';
import { judge } from './judge.js';
import { clusterNamed } from './landscape.js';
import { lossText } from './losses.js';
import { membersByCluster } from './lost.js';
import type { Landscape, Loss, Outcome, SurvivalDatabase } from './model.js';

/** What a database can be asked to survive; each includes those before it. */
export const goals = ['none', 'node', 'zone', 'cluster', 'cluster+1'] as const;
export type Goal = (typeof goals)[number];

/** A failure that a goal covers and that stops writes. */
export interface Counterexample {
  readonly losses: readonly Loss[];
  readonly outcome: Outcome;
}

/**
 * Failures that a goal covers, each a crash of all at once: what is survived at once is survived one after the other too.
 * `cluster+1` is any cluster and, meanwhile, any one node elsewhere.
 */
export function failuresOf(
  goal: Goal,
  database: SurvivalDatabase,
  landscape: Landscape,
): (readonly Loss[])[] {
  const rank = goals.indexOf(goal);
  const names = [...membersByCluster(database).keys()];
  const failures: (readonly Loss[])[] = [];
  if (rank >= 1) for (const cluster of names) failures.push([{ kind: 'node', cluster }]);
  if (rank >= 2) {
    for (const zone of zonesOf(database, landscape)) failures.push([{ kind: 'zone', zone }]);
    // Nothing says that such a cluster has a second zone.
    if (rank === 2)
      for (const cluster of names)
        if (clusterNamed(landscape, cluster).zones.length === 0)
          failures.push([{ kind: 'cluster', cluster }]);
  }
  if (rank >= 3) for (const cluster of names) failures.push([{ kind: 'cluster', cluster }]);
  if (rank >= 4) {
    for (const cluster of names) {
      const whole: Loss = { kind: 'cluster', cluster };
      for (const other of names) {
        const node: Loss = { kind: 'node', cluster: other };
        if (!includes(whole, node, landscape)) failures.push([whole, node]);
      }
    }
  }
  return failures;
}

/** Failures of a goal that stop writes; none when the goal is met. */
export function counterexamples(
  goal: Goal,
  database: SurvivalDatabase,
  landscape: Landscape,
): Counterexample[] {
  const found: Counterexample[] = [];
  const alone = new Set<string>();
  for (const losses of failuresOf(goal, database, landscape)) {
    // What one loss does, it does with another beside it.
    if (losses.length > 1 && found.some((each) => each.losses.every((loss) => losses.includes(loss))))
      continue;
    const outcome = judge(database, landscape, { losses, manner: 'crash' });
    if (outcome.writes === 'continue') continue;
    found.push({ losses, outcome });
    if (losses.length === 1) for (const loss of losses) alone.add(lossText(loss));
  }
  return found;
}

/** Whether a database survives all that a goal covers. */
export function meets(goal: Goal, database: SurvivalDatabase, landscape: Landscape): boolean {
  return failuresOf(goal, database, landscape).every(
    (losses) => judge(database, landscape, { losses, manner: 'crash' }).writes === 'continue',
  );
}

/** The database after a scale-down: the highest ordinals go first. */
export function scaledDown(database: SurvivalDatabase, replicas: number): SurvivalDatabase {
  return {
    ...database,
    members: database.members.filter(({ ordinal }) => ordinal === undefined || ordinal < replicas),
  };
}

/** The strictest goal that a database meets. */
export function strictestGoal(database: SurvivalDatabase, landscape: Landscape): Goal {
  let met: Goal = 'none';
  for (const goal of goals) {
    if (!meets(goal, database, landscape)) break;
    met = goal;
  }
  return met;
}
