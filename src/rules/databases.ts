import type { Database, Placement, Topology } from '../topology/index.js';

/** The databases that kubedb runs, in the order of the topology. */
export function kubedbDatabases({ databases }: Topology): Database[] {
  return databases.filter(({ provider }) => provider === 'kubedb');
}

/** Replicas over all clusters. */
export function replicaCount(placement: readonly Placement[]): number {
  let count = 0;
  for (const { replicas } of placement) count += typeof replicas === 'number' ? replicas : replicas.length;
  return count;
}
