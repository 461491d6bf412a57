import type { Span } from '../diagnostics/index.js';
import type { Plan } from '../plan/index.js';
import { type Place, placeAt, resolvePath } from './place.js';

/**
 * Where a source of the ownership index stands, as deep as it exists: `shop/databases[orders].placement` is the key `placement`
 * of that database, of a database that was removed the key `databases`. The name of a topology is its `metadata.name`, the name
 * of a cluster its entry, or that of its fleet. Undefined for what is of none of these topologies.
 */
export function placeOfSource(plans: readonly Plan[], source: string): Span | undefined {
  return placesOfSource(plans, source)[0]?.span;
}

/** The same with the path; several for a file of several topologies. */
export function placesOfSource(plans: readonly Plan[], source: string): Place[] {
  const slash = source.indexOf('/');
  if (slash === -1) return placesOfNames(plans, source);
  const plan = planNamed(plans, source.slice(0, slash));
  if (!plan) return [];
  return [placeAt(plan.topology, resolvePath(plan.topology, source.slice(slash + 1)).steps)];
}

function placesOfNames(plans: readonly Plan[], source: string): Place[] {
  const named = source.split(', ').flatMap((name) => planNamed(plans, name) ?? []);
  if (named.length > 0) return named.map(({ topology }) => placeAt(topology, ['metadata', 'name']));
  return plans
    .map(({ topology }) => ({ topology, ...resolvePath(topology, `clusters[${source}]`) }))
    .filter(({ whole }) => whole)
    .map(({ topology, steps }) => placeAt(topology, steps));
}

const plansByName = new WeakMap<readonly Plan[], ReadonlyMap<string, Plan>>();

/** A plan by the name of its topology. */
export function planNamed(plans: readonly Plan[], name: string): Plan | undefined {
  let byName = plansByName.get(plans);
  if (!byName) {
    byName = new Map(plans.map((plan) => [plan.name, plan]));
    plansByName.set(plans, byName);
  }
  return byName.get(name);
}
