import type { DatabasePlan, Plan } from '../plan/index.js';

/** A database of one file of a program. */
export interface PlannedDatabase {
  readonly plan: Plan;
  readonly database: DatabasePlan;
}

/** A database that wants what one of another file has taken. */
export interface Meeting<K> {
  readonly here: PlannedDatabase;
  readonly there: PlannedDatabase;
  readonly key: K;
}

/**
 * The databases that meet one of an earlier file, each once, in the first of the keys it wants. What meets within a file was
 * reported for that file, and two files of one name are program/duplicate-topology.
 *
 * @param wanted what must be free for a database, the plainest first
 * @param taken what a database takes
 */
export function* meetingsOf<K extends { readonly text: string }>(
  plans: readonly Plan[],
  wanted: (database: PlannedDatabase) => Iterable<K>,
  taken: (database: PlannedDatabase) => Iterable<string>,
): Generator<Meeting<K>> {
  const first = new Map<string, PlannedDatabase>();
  for (const plan of plans) {
    for (const database of plan.databases) {
      const here = { plan, database };
      for (const key of wanted(here)) {
        const there = first.get(key.text);
        if (!there || there.plan.name === plan.name) continue;
        yield { here, there, key };
        break;
      }
      for (const text of taken(here)) if (!first.has(text)) first.set(text, here);
    }
  }
}

/** Tells objects of one name apart: engines share services, secrets and stateful sets. */
export function objectKey({ home, namespace }: DatabasePlan, name: string): string {
  return `${home.name}/${namespace}/${name}`;
}
