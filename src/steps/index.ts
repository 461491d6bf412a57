export { planCommits } from './commits.js';
export type {
  Commit,
  CommitPlan,
  Move,
  Ordering,
  Preparation,
  Reason,
  Sequence,
  State,
  Transition,
  Wait,
} from './model.js';
export { objectOf } from './moves.js';
export { sequences } from './sequences.js';
