import { configurationFile, type SizingRequest } from '../sizing/index.js';
import type { Database } from '../topology/index.js';
import type { PlacementPlan } from './cluster-plan.js';
import { planDatabaseBase } from './database.js';
import type { KubedbDatabasePlan } from './database-plan.js';
import { type PlanProvider, placementsOf } from './provider.js';
import { kubedbKeptWal } from './sizing.js';
import { nodeCount, usableZones } from './zones.js';

/** A database of KubeDB: one object, on the hub when a slice carries it over clusters. */
export const planKubedb: PlanProvider = (topology, source, clusters, hub): readonly KubedbDatabasePlan[] => {
  const placements = placementsOf(source, clusters);
  const home = hub ?? placements[0]?.cluster;
  if (!home) throw new Error(`the placement of ${source.name} is empty`);
  const { settings, ...base } = planDatabaseBase(
    { topology, source, placements, home, distributed: hub !== undefined },
    { spread: spreadFor(source, placements) },
  );
  return [
    {
      ...base,
      provider: 'kubedb',
      configuration: configurationFile(source.engine, settings),
      deletionPolicy: source.deletionPolicy ?? 'DoNotTerminate',
      walKeepSize: walKeepSize(source, base.sizingRequest),
      placementPolicy: source.kubedb?.placementPolicy ?? `${source.namespace}-${source.name}`,
    },
  ];
};

/**
 * Replicas keep apart as far as what is to be survived asks for it, and the clusters have room: one that is left over would stay
 * Pending. Nodes that nobody counted are taken to be enough.
 */
export function spreadFor(
  { survive = 'none' }: Pick<Database, 'survive'>,
  placements: readonly PlacementPlan[],
): KubedbDatabasePlan['spread'] {
  const apart = survive === 'node' || survive === 'zone' || survive === 'cluster+1';
  const nodes = placements.every(({ cluster, ordinals }) => {
    return ordinals.length <= (nodeCount(cluster.source) ?? ordinals.length);
  });
  const zones = placements.every(({ cluster, ordinals }) => {
    return ordinals.length <= (usableZones(cluster.source) ?? 0);
  });
  return {
    node: apart && nodes ? 'DoNotSchedule' : 'ScheduleAnyway',
    zone: survive === 'zone' && zones ? 'DoNotSchedule' : 'ScheduleAnyway',
  };
}

/** Text for what is kept for standbys; undefined where the operator's default is the same. */
function walKeepSize({ kubedb }: Database, { mode, keptWal }: SizingRequest): string | undefined {
  if (kubedb?.walKeepSize !== undefined) return kubedb.walKeepSize;
  return mode === 'guaranteed' && keptWal !== undefined && keptWal !== kubedbKeptWal
    ? `${keptWal}Mi`
    : undefined;
}
