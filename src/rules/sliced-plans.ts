import type { Span } from '../diagnostics/index.js';
import type { ClusterPlan, Plan, SlicePlan } from '../plan/index.js';
import { keySpan, valueSpan } from '../topology/index.js';

/** A plan with a slice, and so with a hub. */
export interface SlicedPlan {
  readonly plan: Plan;
  readonly hub: ClusterPlan;
  readonly slice: SlicePlan;
}

/** The plans that have a slice, in the order of the files. */
export function slicedPlans(plans: readonly Plan[]): SlicedPlan[] {
  return plans.flatMap((plan) =>
    plan.hub && plan.slice ? [{ plan, hub: plan.hub, slice: plan.slice }] : [],
  );
}

/** Tells one KubeSlice project from another: two hubs may have projects of one name. */
export function projectKey({ hub, slice }: SlicedPlan): string {
  return `${hub.name}/${slice.project}`;
}

/** Where a topology says the name of its project: as such, or as its own. */
export function projectSpan({ plan, slice }: SlicedPlan): Span {
  return slice.source.project === undefined
    ? valueSpan(plan.topology.metadata, 'name')
    : valueSpan(slice.source, 'project');
}

/** Where a topology says which cluster is the hub. */
export function hubSpan({ hub }: SlicedPlan): Span {
  return keySpan(hub.source, 'hub');
}

/** Name of the file, as findings print it. */
export function fileOf({ file }: Plan): string {
  return file.name;
}

/** What several meetings of the same two files have in common: the words of each, under the file they meet with. */
export class Meetings<T> {
  readonly #byOther = new Map<T, string[]>();

  add(other: T, word: string): void {
    const words = this.#byOther.get(other);
    if (words) words.push(word);
    else this.#byOther.set(other, [word]);
  }

  entries(): Iterable<[T, string[]]> {
    return this.#byOther.entries();
  }
}
