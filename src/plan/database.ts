import { mergeSettings, type ServerSizing, type Setting, type SizingRequest } from '../sizing/index.js';
import { canonicalCpu, canonicalSize, type Database, type Topology } from '../topology/index.js';
import type { ClusterPlan, PlacementPlan } from './cluster-plan.js';
import type { DatabasePlanBase } from './database-plan.js';
import { serverVersionOfImage } from './image.js';
import { defaultMemory, sizeDatabase } from './sizing.js';

/** What a provider derives a database from. */
export interface DatabaseSite {
  readonly topology: Topology;
  readonly source: Database;
  /** The clusters that hold its replicas. */
  readonly placements: readonly PlacementPlan[];
  /** Cluster to whose API server its object goes. */
  readonly home: ClusterPlan;
  readonly distributed: boolean;
}

/** What every provider's databases have, but the text of the configuration, and the settings that it is made of. */
export interface DatabaseBase extends Omit<DatabasePlanBase, 'configuration'> {
  readonly settings: readonly Setting[];
}

/** Derives what does not depend on the provider. */
export function planDatabaseBase(
  { topology, source, placements, home, distributed }: DatabaseSite,
  defaults: { readonly image?: string; readonly spread: DatabasePlanBase['spread'] },
): DatabaseBase {
  const replicas = placements.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  const replication = replicationOf(source, replicas);
  const version =
    source.version ?? versionOf(source.image) ?? (source.image ? undefined : versionOf(defaults.image));
  const { request, sizing, settings } = sizeDatabase(
    source,
    { replicas, replication, version, placements },
    topology,
  );
  return {
    name: source.name,
    namespace: source.namespace,
    engine: source.engine,
    version,
    replication,
    replicas,
    distributed,
    placements,
    home,
    spread: {
      node: source.spread?.node ?? defaults.spread.node,
      zone: source.spread?.zone ?? defaults.spread.zone,
    },
    storageSize: canonicalSize(source.storage.size),
    resources: resourcesOf(source, request),
    sizingRequest: request,
    sizing,
    settings,
    source,
  };
}

/** How replicas follow each other, said or by their number. */
export function replicationOf(
  { replication, engine }: Database,
  replicas: number,
): NonNullable<Database['replication']> {
  return replication ?? (replicas < 2 ? 'none' : engine === 'mariadb' ? 'galera' : 'primary-replica');
}

function versionOf(image: string | undefined): string | undefined {
  return image === undefined ? undefined : serverVersionOfImage(image).version;
}

/** What is guaranteed is guaranteed for this memory, whatever the operator's default becomes. */
function resourcesOf({ resources }: Database, { mode }: SizingRequest): DatabasePlanBase['resources'] {
  const memory = resources?.memory ?? (mode === 'guaranteed' ? defaultMemory : undefined);
  return {
    memory: memory === undefined ? undefined : canonicalSize(memory),
    cpu: resources?.cpu === undefined ? undefined : canonicalCpu(resources.cpu),
  };
}

/** MiB of data that a replica holds: what is said, or what its volume has room for. */
export function expectedData(request: SizingRequest, { volume }: ServerSizing): number {
  return request.data ?? Math.max(0, volume?.room ?? 0);
}

/** Settings of a server with a few in the place of, or beside, what was sized; what is set by hand wins over both. */
export function withSettings(
  { settings, sizingRequest }: DatabaseBase,
  own: readonly Setting[],
): readonly Setting[] {
  return own.length === 0 ? settings : mergeSettings(mergeLists(settings, own), sizingRequest.options);
}

function mergeLists(settings: readonly Setting[], own: readonly Setting[]): Setting[] {
  const names = new Set(own.map(({ option }) => option));
  return [...settings.filter(({ option }) => !names.has(option)), ...own];
}
