import { zonesOf } from './failures.js';
import { judge, stopsWrites } from './judge.js';
import { clusterNamed } from './landscape.js';
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

/** More clusters than this are tried in pairs only where they differ: of those that are alike, two stand for all. */
const mostPaired = 100;

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
  const nodes = names.map((cluster): Loss => ({ kind: 'node', cluster }));
  const clusters = names.map((cluster): Loss => ({ kind: 'cluster', cluster }));
  const failures: (readonly Loss[])[] = [];
  if (rank >= 1) for (const node of nodes) failures.push([node]);
  if (rank >= 2) {
    for (const zone of zonesOf(database, landscape)) failures.push([{ kind: 'zone', zone }]);
    // Nothing says that such a cluster has a second zone.
    if (rank === 2)
      for (const [index, cluster] of clusters.entries())
        if (clusterNamed(landscape, names[index] ?? '').zones.length === 0) failures.push([cluster]);
  }
  if (rank >= 3) for (const cluster of clusters) failures.push([cluster]);
  if (rank >= 4) {
    const tried = names.length > mostPaired ? twoOfEachKind(database, landscape) : names.keys();
    const indexes = [...tried];
    for (const index of indexes) {
      const cluster = clusters[index];
      for (const other of indexes) {
        const node = nodes[other];
        if (other !== index && cluster && node) failures.push([cluster, node]);
      }
    }
  }
  return failures;
}

/** Positions of clusters: of those that have the same members on the same nodes, the first two. */
function twoOfEachKind(database: SurvivalDatabase, landscape: Landscape): number[] {
  const { protocol } = database;
  const seen = new Map<string, number>();
  const positions: number[] = [];
  for (const [position, [name, members]] of [...membersByCluster(database)].entries()) {
    const { zones, nodes } = clusterNamed(landscape, name);
    const zoneNumbers = zones.map(({ id }) => id);
    const kind = JSON.stringify([
      protocol.kind === 'clusters' && protocol.primary === name,
      members.map(({ weight, data, zone }) => [weight, data, zone && zoneNumbers.indexOf(zone)]),
      zones.map((zone) => zone.nodes ?? null),
      nodes ?? null,
    ]);
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    if (count < 2) positions.push(position);
  }
  return positions;
}

/** Failures of a goal that stop writes; none when the goal is met. What one loss does, it does with another beside it: said once. */
export function counterexamples(
  goal: Goal,
  database: SurvivalDatabase,
  landscape: Landscape,
): Counterexample[] {
  const found: Counterexample[] = [];
  const alone = new Set<Loss>();
  for (const losses of failuresOf(goal, database, landscape)) {
    if (losses.some((loss) => alone.has(loss)) || !stopsWrites(database, landscape, losses)) continue;
    found.push({ losses, outcome: judge(database, landscape, { losses, manner: 'crash' }) });
    if (losses.length === 1) for (const loss of losses) alone.add(loss);
  }
  return found;
}

/** Whether a database survives all that a goal covers. */
export function meets(goal: Goal, database: SurvivalDatabase, landscape: Landscape): boolean {
  return !failuresOf(goal, database, landscape).some((losses) => stopsWrites(database, landscape, losses));
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
