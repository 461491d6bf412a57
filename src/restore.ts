import type { JsonObject } from './output/ownership.js';
import { buildPlan, type Plan } from './plan/index.js';
import { readTopology } from './topology/index.js';

/**
 * The plans of a program that an ownership index holds. No rule runs: what was accepted when it was written stays accepted. Undefined when
 * the index is of another language, or says what no topology says: it comes from a repository.
 *
 * @param name what messages call the index
 */
export function restorePlans(program: readonly JsonObject[], name: string): readonly Plan[] | undefined {
  const plans: Plan[] = [];
  for (const values of program) {
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
