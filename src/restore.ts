import { canonical } from './changes/index.js';
import type { JsonObject } from './output/ownership.js';
import { buildPlan, type Plan } from './plan/index.js';
import { readTopology } from './topology/index.js';
import type { Value } from './yaml/read.js';

/**
 * The plans of a program that an ownership index holds. No rule runs: what was accepted when it was written stays accepted. Undefined when
 * the index is of another language, or says what no topology says: it comes from a repository.
 *
 * @param name what messages call the index
 * @param present plans that are there: what has the same values is the same plan, and most of a large program stays as it is
 */
export function restorePlans(
  program: readonly JsonObject[],
  name: string,
  present: readonly Plan[] = [],
): readonly Plan[] | undefined {
  const plans: Plan[] = [];
  const known = new Map(present.map((plan) => [canonical(plan.topology as unknown as Value), plan]));
  for (const values of program) {
    const same = known.get(canonical(values as Value));
    if (same) {
      plans.push(same);
      continue;
    }
    const { file, topology } = readTopology({ name, content: JSON.stringify(values) });
    if (!file || !topology) return undefined;
    try {
      plans.push(buildPlan(topology, file, () => ''));
    } catch {
      return undefined;
    }
  }
  return plans;
}
