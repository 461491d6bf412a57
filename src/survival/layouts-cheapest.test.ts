import { expect, test } from 'vitest';
import { type LayoutCost, type LayoutSuggestion, suggestLayouts } from './index.js';
import { kubedb, land, placedOn } from './layouts.testing.js';

/** Tried one by one here, so not larger. */
const mostReplicas = 7;

type Tried = 'cluster' | 'cluster+1';

/** Votes only, counted by hand: without its largest clusters, or one and a node, more than half must be left. */
function survives(goal: Tried, spread: 'apart' | 'anywhere', counts: readonly number[]): boolean {
  const [largest = 0, second = 0] = [...counts].sort((one, other) => other - one);
  const votes = counts.reduce((sum, count) => sum + count, 0);
  const beside = goal === 'cluster' ? 0 : spread === 'apart' ? Math.min(1, second) : second;
  return (votes - largest - beside) * 2 > votes;
}

function counted(order: readonly number[], clusters: number, size = order.length): number[] {
  const counts = new Array<number>(clusters).fill(0);
  for (const cluster of order.slice(0, size)) counts[cluster] = (counts[cluster] ?? 0) + 1;
  return counts;
}

/** Whether some of these replicas, those that stay among them, can survive. */
function couldSurvive(
  goal: Tried,
  spread: 'apart' | 'anywhere',
  size: number,
  least: readonly number[],
  most: readonly number[],
  counts: readonly number[] = [],
): boolean {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (counts.length === most.length) return sum === size && survives(goal, spread, counts);
  const [low = 0, high = 0] = [least[counts.length], most[counts.length]];
  for (let count = low; count <= high && sum + count <= size; count++)
    if (couldSurvive(goal, spread, size, least, most, [...counts, count])) return true;
  return false;
}

function* assignments(fixed: readonly number[], length: number, clusters: number): Generator<number[]> {
  if (fixed.length === length) {
    yield [...fixed];
    return;
  }
  for (let cluster = 0; cluster < clusters; cluster++)
    yield* assignments([...fixed, cluster], length, clusters);
}

interface Case {
  readonly goal: Tried;
  readonly spread: 'apart' | 'anywhere';
  readonly present: readonly number[];
  readonly candidates: number;
  readonly runs: boolean;
}

/** The least cost of all layouts there are, as the list of what decides. */
function cheapest({ goal, spread, present, candidates, runs }: Case): number[] | undefined {
  const own = Math.max(...present) + 1;
  const clusters = Math.max(own + candidates + 1, goal === 'cluster' ? 3 : 5);
  const fixed = runs ? present : [];
  const today = counted(present, clusters);
  let best: number[] | undefined;
  for (let replicas = 1; replicas <= mostReplicas; replicas += 2) {
    if (replicas < present.length - (present.length % 2 === 0 ? 1 : 0)) continue;
    if (best && (best[0] ?? 0) < replicas) break;
    const orders =
      replicas < fixed.length ? [fixed.slice(0, replicas)] : assignments(fixed, replicas, clusters);
    for (const order of orders) {
      const counts = counted(order, clusters);
      if (!runs && counts.slice(0, own).some((count) => count === 0)) continue;
      if (!survives(goal, spread, counts)) continue;
      const least = counted(fixed, clusters);
      let holds = true;
      for (let size = 3; size < replicas; size += 2) {
        if (size <= fixed.length || survives(goal, spread, counted(order, clusters, size))) continue;
        if (couldSurvive(goal, spread, size, least, counts)) holds = false;
      }
      if (!holds) continue;
      const added = counts.slice(own).filter((count) => count > 0).length;
      const undeclared = counts.slice(own + candidates).filter((count) => count > 0).length;
      const changed = today.reduce((sum, count, index) => sum + Math.max(0, count - (counts[index] ?? 0)), 0);
      const cost = [replicas, added, undeclared, changed];
      if (!best || compare(cost, best) < 0) best = cost;
    }
  }
  return best;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const keys = ['replicas', 'clusters', 'undeclared', 'changed'] as const;
const costOf = (cost: LayoutCost): number[] => keys.map((key) => cost[key]);

function suggestionOf({ goal, spread, present, candidates, runs }: Case): LayoutSuggestion | undefined {
  const names = present.map((cluster) => `own${cluster}`);
  const { suggestions } = suggestLayouts({
    database: placedOn(names, { spread: { node: spread, zone: 'anywhere', arbitrator: 'anywhere' } }),
    landscape: land(),
    goal,
    provider: { ...kubedb, mostReplicas },
    candidates: Array.from({ length: candidates }, (_, index) => `more${index}`),
    running: runs ? new Map(names.map((name, ordinal) => [ordinal, name])) : 'nothing',
  });
  return suggestions.find(({ kind, cost }) => kind !== 'rebuilt' && cost.settings === 0 && cost.fewer === 0);
}

/** Every placement of so many replicas, clusters numbered as they come. */
function* placements(length: number, start: readonly number[] = []): Generator<readonly number[]> {
  if (start.length === length) {
    yield start;
    return;
  }
  const next = start.length === 0 ? 0 : Math.max(...start) + 1;
  for (let cluster = 0; cluster <= Math.min(next, 2); cluster++)
    yield* placements(length, [...start, cluster]);
}

function* cases(goal: Tried, spread: 'apart' | 'anywhere'): Generator<Case> {
  for (const replicas of goal === 'cluster' ? [1, 2, 3, 4, 5] : [3, 4])
    for (const present of placements(replicas))
      for (const candidates of goal === 'cluster' ? [0, 1, 2] : [1])
        for (const runs of [false, true]) yield { goal, spread, present, candidates, runs };
}

test.each([
  ['cluster', 'anywhere'],
  ['cluster+1', 'apart'],
  ['cluster+1', 'anywhere'],
] as const)(
  'the first suggestion for %s with nodes %s is the cheapest there is',
  (goal, spread) => {
    let tried = 0;
    for (const each of cases(goal, spread)) {
      const label = JSON.stringify(each);
      const found = suggestionOf(each);
      const best = cheapest(each);
      const own = [...each.present];
      const meetsAlready = survives(goal, spread, counted(own, Math.max(...own) + 1));
      if (each.runs && meetsAlready && own.length % 2 === 1) {
        expect(found, label).toBe(undefined);
        continue;
      }
      tried += 1;
      if (!found) {
        // Nothing is said where the placement is the cheapest as it is.
        const same = best && compare(best, [own.length, 0, 0, 0]) === 0;
        if (!same) expect(best, label).toBe(undefined);
        continue;
      }
      expect(costOf(found.cost), label).toEqual(best);
    }
    expect(tried).toBeGreaterThan(20);
  },
  60_000,
);
