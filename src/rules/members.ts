import { sliceMembers } from '../plan/index.js';
import type { Cluster, Topology } from '../topology/index.js';

/**
 * The clusters that join the slice, in its order, each once. Names that are not declared are left to
 * topology/unknown-cluster, and of two clusters of one name topology/duplicate-name leaves the first.
 */
export function sliceMembersOf(topology: Topology): Cluster[] {
  const byName = new Map<string, Cluster>();
  for (const cluster of topology.clusters) if (!byName.has(cluster.name)) byName.set(cluster.name, cluster);
  return [...new Set(sliceMembers(topology))].flatMap((name) => byName.get(name) ?? []);
}
