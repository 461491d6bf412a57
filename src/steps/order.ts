import type { ObjectChange } from '../changes/index.js';
import { type Wave, waves } from '../plan/index.js';
import type { Ordering, Preparation, Reason, State, Transition } from './model.js';

interface Edge {
  readonly first: Transition;
  readonly second: Transition;
  readonly reason: Reason;
}

/** Collects what the sequences say, and lays it out in commits: each change as late as those after it allow. */
export class Order implements Ordering {
  readonly #states = new Map<ObjectChange, readonly State[]>();
  readonly #edges: Edge[] = [];
  readonly #preparations: { readonly change: Transition; readonly preparation: Preparation }[] = [];

  through(object: ObjectChange, states: readonly State[]): void {
    if (this.#states.has(object)) throw new Error(`two sequences lead ${nameOf(object)} through states`);
    this.#states.set(object, states);
    for (const [stage, { reason }] of states.entries())
      this.#edges.push({ first: { object, stage }, second: { object, stage: stage + 1 }, reason });
  }

  before(first: ObjectChange | Transition, second: ObjectChange | Transition, reason: Reason): void {
    this.#edges.push({
      first: 'stage' in first ? first : { object: first, stage: -1 },
      second: 'stage' in second ? second : { object: second, stage: 0 },
      reason,
    });
  }

  prepare(change: ObjectChange | Transition, preparation: Preparation): void {
    this.#preparations.push({
      change: 'stage' in change ? change : { object: change, stage: 0 },
      preparation,
    });
  }

  /** What comes before a commit, each once, in the order in which it was said. */
  preparationsOf(number: number, { commitOf }: Pick<Layout, 'commitOf'>): Preparation[] {
    const found = new Map<string, Preparation>();
    for (const { change, preparation } of this.#preparations) {
      if (commitOf(this.#resolved(change)) !== number) continue;
      const key = JSON.stringify([preparation.why, preparation.waits]);
      if (!found.has(key)) found.set(key, preparation);
    }
    return [...found.values()];
  }

  statesOf(object: ObjectChange): readonly State[] {
    return this.#states.get(object) ?? [];
  }

  /** How many commits it takes, and which transition is in which. */
  layout(): Layout {
    const edges = this.#edges.map(({ first, second, reason }) => ({
      first: this.#resolved(first),
      second: this.#resolved(second),
      reason,
    }));
    const after = followersOf(isCircular(edges) ? withoutCircles(edges) : edges);
    const distances = new Map<string, number>();
    const kept: Edge[] = [];
    for (const { first } of edges) distanceOf(first, after, distances, kept);
    const total = Math.max(0, ...distances.values()) + 1;
    const bound = new Set(edges.flatMap(({ first, second }) => [first.object, second.object]));
    return {
      total,
      commitOf(transition) {
        const { object } = transition;
        if (!bound.has(object)) return isGround(object) ? 1 : total;
        return total - (distances.get(keyOf(transition)) ?? 0);
      },
      edges: kept,
      needed: kept.some(isNeeded),
    };
  }

  #resolved({ object, stage }: Transition): Transition {
    return { object, stage: stage < 0 ? this.statesOf(object).length + 1 + stage : stage };
  }
}

/** In which commit each transition is. */
export interface Layout {
  /** How many commits. */
  readonly total: number;
  /** The number of a transition's commit, from 1. One that nothing is said of is in the last, or in the first when others stand on it. */
  commitOf(transition: Transition): number;
  readonly edges: readonly Edge[];
  /** Whether an order is against that of the waves, in which one commit is applied. */
  readonly needed: boolean;
}

type Followers = Map<string, Edge[]>;

function followersOf(edges: readonly Edge[]): Followers {
  const after: Followers = new Map();
  for (const edge of edges) follow(after, edge);
  return after;
}

function follow(after: Followers, edge: Edge): void {
  const key = keyOf(edge.first);
  const present = after.get(key);
  if (present) present.push(edge);
  else after.set(key, [edge]);
}

function isCircular(edges: readonly Edge[]): boolean {
  const after = followersOf(edges);
  const states = new Map<string, 'open' | 'done'>();
  const closes = (key: string): boolean => {
    const state = states.get(key);
    if (state !== undefined) return state === 'open';
    states.set(key, 'open');
    for (const { second } of after.get(key) ?? []) if (closes(keyOf(second))) return true;
    states.set(key, 'done');
    return false;
  };
  return edges.some(({ first }) => closes(keyOf(first)));
}

/** Of demands that exclude each other those that were said first; the way of one object from state to state holds whatever else is said. */
function withoutCircles(edges: readonly Edge[]): Edge[] {
  const after: Followers = new Map();
  const kept = new Set<Edge>();
  const isWay = ({ first, second }: Edge): boolean => first.object === second.object;
  for (const edge of [...edges.filter(isWay), ...edges.filter((each) => !isWay(each))]) {
    if (reaches(after, keyOf(edge.second), keyOf(edge.first))) continue;
    follow(after, edge);
    kept.add(edge);
  }
  return edges.filter((edge) => kept.has(edge));
}

function reaches(after: Followers, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const key of seen) {
    if (key === to) return true;
    for (const { second } of after.get(key) ?? []) seen.add(keyOf(second));
  }
  return false;
}

/** How many commits must follow a transition. What was looked at on the way is `walked`. */
function distanceOf(
  transition: Transition,
  after: Followers,
  distances: Map<string, number>,
  walked: Edge[],
): number {
  const key = keyOf(transition);
  const known = distances.get(key);
  if (known !== undefined) return known;
  let distance = 0;
  for (const edge of after.get(key) ?? []) {
    walked.push(edge);
    distance = Math.max(distance, distanceOf(edge.second, after, distances, walked) + 1);
  }
  distances.set(key, distance);
  return distance;
}

const names = new WeakMap<ObjectChange, string>();
let count = 0;

function keyOf({ object, stage }: Transition): string {
  let name = names.get(object);
  if (name === undefined) {
    count += 1;
    name = String(count);
    names.set(object, name);
  }
  return `${name} ${stage}`;
}

/**
 * Whether an order must be kept by commits. Objects are made and changed wave by wave, with the runbook's waits in between: an order that
 * is that of the waves keeps itself. What goes, goes when its commit is applied.
 */
function isNeeded({ first, second }: Edge): boolean {
  if (first.object === second.object) return true;
  if (!first.object.after || !second.object.after) return true;
  return waveOf(first.object) >= waveOf(second.object);
}

/** New namespaces and settings of agents: nothing hurts when they are there early, and what comes later needs them. */
function isGround(object: ObjectChange): boolean {
  return object.kind === 'added' && ['10-namespaces', '15-klusterlet'].includes(object.after.wave);
}

function waveOf({ after, before }: ObjectChange): number {
  return waves.indexOf((after ?? before)?.wave as Wave);
}

function nameOf(object: ObjectChange): string {
  const { kind, name } = (object.after ?? object.before).manifest;
  return `${kind} ${name}`;
}
