import type { DatabasePlan, Plan } from '../../plan/index.js';
import type { Running } from '../../survival/index.js';

/** Replicas on one cluster each never move to another. */
export function runningOf({ committed, name }: Plan, database: DatabasePlan): Running {
  if (!committed || database.provider !== 'kubedb') return 'unknown';
  const ordinals = committed(database, name);
  if (ordinals === undefined) return 'nothing';
  return ordinals.size === 0 ? 'unknown' : ordinals;
}
