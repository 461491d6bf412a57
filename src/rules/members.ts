import { sliceMembers } from '../plan/index.js';
import type { Cluster, Topology } from '../topology/index.js';

/** The clusters that join the slice, in its order. Names that are not declared are left to topology/unknown-cluster. */
export function sliceMembersOf(topology: Topology): Cluster[] {
  const byName = new Map(topology.clusters.map((cluster) => [cluster.name, cluster]));
  return sliceMembers(topology).flatMap((name) => byName.get(name) ?? []);
}
