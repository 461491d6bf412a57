import { type Plan, type SurvivalSubject, survivalOf } from '../../plan/index.js';
import type { Landscape } from '../../survival/index.js';

/** Databases that come from one entry of a file and are alike: one, or one on each cluster of a fleet. */
export interface SurvivalEntry {
  /** `namespace/name`, with its cluster where an entry gives several that differ. */
  readonly name: string;
  readonly plan: Plan;
  readonly landscape: Landscape;
  /** In the order of the plan. */
  readonly subjects: readonly [SurvivalSubject, ...SurvivalSubject[]];
  readonly fleet: string | undefined;
}

/** The databases of a program, those of a fleet together, in the order of the files. */
export function survivalEntries(plans: readonly Plan[]): SurvivalEntry[] {
  return plans.flatMap(entriesOf);
}

function entriesOf(plan: Plan): SurvivalEntry[] {
  const { landscape, subjects } = survivalOf(plan);
  const groups = new Map<string, [SurvivalSubject, ...SurvivalSubject[]]>();
  const numbers = new Map<object, number>();
  const parts = new Map<object, number>();
  for (const subject of subjects) {
    const [{ source, home }] = subject.plans;
    const number = numbers.get(source) ?? numbers.size;
    numbers.set(source, number);
    const key = `${number} ${home.fleet === undefined ? home.name : `fleet ${home.fleet}`}`;
    const present = groups.get(key);
    if (present) {
      present.push(subject);
      continue;
    }
    groups.set(key, [subject]);
    parts.set(source, (parts.get(source) ?? 0) + 1);
  }
  return [...groups.values()].map((alike) => {
    const [{ database, plans }] = alike;
    const [{ source, home }] = plans;
    const fleet = alike.length > 1 ? home.fleet : undefined;
    const several = (parts.get(source) ?? 1) > 1;
    const name = `${database.namespace}/${database.name}${several ? ` on ${fleet ?? home.name}` : ''}`;
    return { name, plan, landscape, subjects: alike, fleet };
  });
}

/** The cluster that a database of a fleet is on. */
export function storeOf({ plans }: SurvivalSubject): string {
  return plans[0].home.name;
}
