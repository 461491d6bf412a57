import { rules } from './generated/catalogue.js';
import type { Rule, Stage } from './rule.js';

export { rules };

const byStage = new Map<Stage, readonly Rule[]>();

/** The rules that look at one kind of subject, by id. */
export function rulesOf(stage: Stage): readonly Rule[] {
  const known = byStage.get(stage);
  if (known) return known;
  const found = rules.filter(({ stages }) => stages.includes(stage));
  byStage.set(stage, found);
  return found;
}
