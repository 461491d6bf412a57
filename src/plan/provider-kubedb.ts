import { configurationFile, type SizingRequest } from '../sizing/index.js';
import type { Database } from '../topology/index.js';
import { planDatabaseBase } from './database.js';
import type { KubedbDatabasePlan } from './database-plan.js';
import { type PlanProvider, placementsOf } from './provider.js';
import { kubedbKeptWal } from './sizing.js';

/** A database of KubeDB: one object, on the hub when a slice carries it over clusters. */
export const planKubedb: PlanProvider = (topology, source, clusters, hub): readonly KubedbDatabasePlan[] => {
  const placements = placementsOf(source, clusters);
  const home = hub ?? placements[0]?.cluster;
  if (!home) throw new Error(`the placement of ${source.name} is empty`);
  const { settings, ...base } = planDatabaseBase(
    { topology, source, placements, home, distributed: hub !== undefined },
    { spread: { node: 'ScheduleAnyway', zone: 'ScheduleAnyway' } },
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

/** Text for what is kept for standbys; undefined where the operator's default is the same. */
function walKeepSize({ kubedb }: Database, { mode, keptWal }: SizingRequest): string | undefined {
  if (kubedb?.walKeepSize !== undefined) return kubedb.walKeepSize;
  return mode === 'guaranteed' && keptWal !== undefined && keptWal !== kubedbKeptWal
    ? `${keptWal}Mi`
    : undefined;
}
