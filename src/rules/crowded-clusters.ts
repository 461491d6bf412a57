import type { DatabasePlan, PlacementPlan } from '../plan/index.js';
import { nodeCount, usableZones } from '../plan/index.js';

/** A cluster that gets more replicas than it has nodes or zones, where each needs one of its own. */
export interface CrowdedCluster {
  readonly placement: PlacementPlan;
  /** Its place in the placement of the file. */
  readonly index: number;
  readonly unit: 'node' | 'zone';
  readonly places: number;
}

/** Clusters that cannot take the replicas of a distributed database apart, each once, by zones before nodes. */
export function crowdedClusters({
  distributed,
  placements,
  source,
  spread,
}: DatabasePlan): readonly CrowdedCluster[] {
  if (!distributed || !source.spread) return [];
  const crowded: CrowdedCluster[] = [];
  for (const [index, placement] of placements.entries()) {
    for (const unit of ['zone', 'node'] as const) {
      if (spread[unit] !== 'DoNotSchedule') continue;
      const { source: cluster } = placement.cluster;
      const places = unit === 'zone' ? usableZones(cluster) : nodeCount(cluster);
      if (places === undefined || placement.ordinals.length <= places) continue;
      crowded.push({ placement, index, unit, places });
      break;
    }
  }
  return crowded;
}
