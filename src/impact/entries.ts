import { type Plan, type SurvivalSubject, survivalOf } from '../plan/index.js';
import type { Landscape } from '../survival/index.js';

/** Databases of one entry of a topology that are alike: one, or one on each cluster of a fleet. */
export interface Entry {
  readonly plan: Plan;
  readonly landscape: Landscape;
  /** In the order of the plan. */
  readonly subjects: readonly [SurvivalSubject, ...SurvivalSubject[]];
  readonly fleet: string | undefined;
  /** `shop/orders`. */
  readonly name: string;
  /** The cluster or the fleet, where one entry gives several that differ. */
  readonly part: string | undefined;
}

/** An old entry and the new one that it became. */
export interface Pair {
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** The databases of a program, those of a fleet together, in the order of the files. */
export function entriesOf(plans: readonly Plan[]): Entry[] {
  return plans.flatMap(entriesOfPlan);
}

function entriesOfPlan(plan: Plan): Entry[] {
  const { landscape, subjects } = survivalOf(plan);
  const bySource = new Map<object, Map<string, [SurvivalSubject, ...SurvivalSubject[]]>>();
  for (const subject of subjects) {
    const [{ source, home }] = subject.plans;
    const groups = bySource.get(source) ?? new Map<string, [SurvivalSubject, ...SurvivalSubject[]]>();
    bySource.set(source, groups);
    const key = home.fleet === undefined ? home.name : `fleet ${home.fleet}`;
    const present = groups.get(key);
    if (present) present.push(subject);
    else groups.set(key, [subject]);
  }
  return [...bySource.values()].flatMap((groups) =>
    [...groups.values()].map((alike): Entry => {
      const [{ database, plans }] = alike;
      const { fleet, name } = plans[0].home;
      return {
        plan,
        landscape,
        subjects: alike,
        fleet,
        name: `${database.namespace}/${database.name}`,
        part: groups.size > 1 ? (fleet ?? name) : undefined,
      };
    }),
  );
}

/** What an entry may be known by on both sides, the surest first. */
const keys: readonly ((entry: Entry) => string)[] = [
  ({ plan, name, part }) => `${plan.name}\n${name}\n${part ?? ''}`,
  ({ plan, name }) => `${plan.name}\n${name}`,
  ({ name, part }) => `${name}\n${part ?? ''}`,
  ({ name }) => name,
];

/**
 * Which entry became which: by program, name and cluster, and where one of a name is left on either side, by the name alone, so that a
 * program with another name, and a database that went to another cluster or file, are found again. One with another name is another.
 */
export function paired(before: readonly Entry[], after: readonly Entry[]): Pair[] {
  const oldOf = new Map<Entry, Entry>();
  let old: readonly Entry[] = before;
  let young: readonly Entry[] = after;
  for (const keyOf of keys) {
    if (old.length === 0 || young.length === 0) break;
    const [from, to] = [byKey(old, keyOf), byKey(young, keyOf)];
    const taken = new Set<Entry>();
    for (const [key, entry] of to) {
      const same = from.get(key);
      if (!entry || !same) continue;
      oldOf.set(entry, same);
      taken.add(entry).add(same);
    }
    old = old.filter((entry) => !taken.has(entry));
    young = young.filter((entry) => !taken.has(entry));
  }
  return [
    ...after.map((entry) => ({ before: oldOf.get(entry), after: entry })),
    ...old.map((entry) => ({ before: entry, after: undefined })),
  ];
}

/** Entries by key; undefined where several have it. */
function byKey(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, Entry | undefined> {
  const found = new Map<string, Entry | undefined>();
  for (const entry of entries) {
    const key = keyOf(entry);
    found.set(key, found.has(key) ? undefined : entry);
  }
  return found;
}

/** The cluster that a database of a fleet is on. */
export function storeOf({ plans }: SurvivalSubject): string {
  return plans[0].home.name;
}

/** The database that stands for an entry: of two fleets one that both have, where there is one. */
export function standingFor(entry: Entry, other: Entry | undefined): SurvivalSubject {
  const [first] = entry.subjects;
  if (!other || entry.fleet === undefined || other.fleet === undefined) return first;
  const [one, another] = [entry.subjects[0], other.subjects[0]];
  if (storeOf(one) === storeOf(another)) return first;
  const stores = new Set(other.subjects.map(storeOf));
  return entry.subjects.find((subject) => stores.has(storeOf(subject))) ?? first;
}
