import type { DatabasePlan } from '../plan/index.js';

/** The most members that KubeDB scales a Galera cluster to. */
export const mostMariadb = 9;

/** True for a number of replicas that kubedb/replicas reports: how they are laid out changes anyway. */
export function isRefusedCount({
  engine,
  replicas,
  distributed,
}: Pick<DatabasePlan, 'engine' | 'replicas' | 'distributed'>): boolean {
  if (distributed && replicas === 1) return true;
  const even = replicas % 2 === 0;
  return engine === 'postgres' ? distributed && even : even || replicas > mostMariadb;
}
