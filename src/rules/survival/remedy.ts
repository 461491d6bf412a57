import type { Edit } from '../../diagnostics/index.js';
import type { Plan } from '../../plan/index.js';
import type { Goal } from '../../survival/index.js';
import type { Judged } from './judged.js';

/** What to do about a goal that is not met. */
export interface Remedy {
  readonly text: string;
  readonly edits: readonly Edit[];
}

export function remedyFor(_goal: Goal, _judged: Judged, _plan: Plan): Remedy {
  return { text: 'TODO', edits: [] };
}
