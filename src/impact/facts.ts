import { linkBudgets, type Plan } from '../plan/index.js';
import type { Entry } from './entries.js';

const factsOfPlans = new WeakMap<Plan, string>();

/** All that the states of its databases depend on beside their own entries: equal for plans in which nothing else differs. */
function factsOf(plan: Plan): string {
  const known = factsOfPlans.get(plan);
  if (known !== undefined) return known;
  const around = {
    ...plan.topology,
    metadata: undefined,
    databases: undefined,
    expect: undefined,
    waivers: undefined,
  };
  const taken = linkBudgets(plan).narrow.map(({ name, replication }) => [name, replication]);
  const facts = stable([around, taken]);
  factsOfPlans.set(plan, facts);
  return facts;
}

/** Whether neither the entry of a database nor anything around it differs, so that nothing has to be derived to know it. */
export function isUntouched(before: Entry, after: Entry): boolean {
  if (before.subjects.length !== after.subjects.length || before.part !== after.part) return false;
  const [old, young] = [before.subjects[0].plans[0].source, after.subjects[0].plans[0].source];
  return factsOf(before.plan) === factsOf(after.plan) && stable(old) === stable(young);
}

/** A text that is equal for equal values, whatever the order of their keys. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${stable(member)}`).join(',')}}`;
}
