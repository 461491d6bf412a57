import type { Database, Topology } from '../topology/index.js';
import type { ClusterPlan, PlacementPlan } from './cluster-plan.js';
import type { SpreadMode } from './database-plan.js';
import { dealOrdinals } from './placement.js';
import type { DatabasePlan } from './plan.js';
import { zonesWithNodes } from './zones.js';

/** The clusters of the topology by the names of their entries: several for a fleet. */
export type ClustersByEntry = ReadonlyMap<string, readonly ClusterPlan[]>;

/** Derives the databases that one entry of the topology stands for. `hub` is there when a slice is. */
export type PlanProvider = (
  topology: Topology,
  source: Database,
  clusters: ClustersByEntry,
  hub: ClusterPlan | undefined,
) => readonly DatabasePlan[];

/** The replicas of a database that is one over all clusters of its placement. */
export function placementsOf(source: Database, clusters: ClustersByEntry): PlacementPlan[] {
  return dealOrdinals(source.placement).flatMap(({ cluster: name, ordinals }) =>
    clustersOf(source, name, clusters).map((cluster) => placementOn(source, cluster, ordinals)),
  );
}

/** The replicas of databases that live on one cluster each: for every cluster of the placement those from 0 on. */
export function sitesOf(source: Database, clusters: ClustersByEntry): PlacementPlan[] {
  return source.placement.flatMap(({ cluster: name, replicas }) => {
    const count = typeof replicas === 'number' ? replicas : replicas.length;
    const ordinals = Array.from({ length: count }, (_, ordinal) => ordinal);
    return clustersOf(source, name, clusters).map((cluster) => placementOn(source, cluster, ordinals));
  });
}

function placementOn(source: Database, cluster: ClusterPlan, ordinals: readonly number[]): PlacementPlan {
  return { cluster, ordinals, storageClass: source.storage.storageClass ?? cluster.source.storageClass };
}

function clustersOf(source: Database, name: string, clusters: ClustersByEntry): readonly ClusterPlan[] {
  const found = clusters.get(name);
  if (!found) throw new Error(`the placement of ${source.name} names ${name}, which is no cluster`);
  return found;
}

/** With three zones or more, or two of which one is to be survived, one replica more in a zone than in another is the most. */
export function defaultZoneSpread(
  { cluster }: PlacementPlan,
  { survive }: Pick<Database, 'survive'>,
): SpreadMode {
  const least = survive === 'zone' ? 2 : 3;
  return zonesWithNodes(cluster.source).length >= least ? 'DoNotSchedule' : 'ScheduleAnyway';
}
