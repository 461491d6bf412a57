import {
  fromBytes,
  type GcacheRequest,
  keptWalFor,
  type Mebibytes,
  mebibytes,
  mergeSettings,
  optionKey,
  type ServerSizing,
  type Setting,
  type SizingRequest,
  sizeServer,
} from '../sizing/index.js';
import * as units from '../sizing/units.js';
import { bytes, type Database, millicores, milliseconds, type Topology } from '../topology/index.js';
import type { DatabasePlanBase } from './database-plan.js';
import { linksOf } from './links.js';

/** KubeDB gives a database container that asks for nothing 1 GiB. Source: kubedb/apimachinery apis/kubedb/constants.go */
export const defaultMemory = '1Gi';

/** WAL that KubeDB keeps when nothing is said. Source: kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go */
export const kubedbKeptWal = mebibytes(1536);

/** What is derived of a database before it is sized. */
export interface DatabaseShape {
  readonly replicas: number;
  readonly replication: DatabasePlanBase['replication'];
  readonly version: string | undefined;
  readonly placements: readonly { readonly cluster: { readonly name: string } }[];
}

/** What a database is sized for. */
export function sizingRequest(
  database: Database,
  { replicas, replication, version, placements }: DatabaseShape,
  topology: Topology,
): SizingRequest {
  const { sizing = {}, resources, storage, engine, config = {} } = database;
  const mode = sizing.mode ?? 'guaranteed';
  const said = resources?.memory !== undefined;
  const volume = sizeOf(storage.size);
  const acrossClusters = new Set(placements.map(({ cluster }) => cluster.name)).size > 1;
  return {
    engine,
    // Without a memory there is nothing to take a share of: the guides say neither.
    mode: mode === 'target' && !said && sizing.bufferPool === undefined ? 'asIs' : mode,
    memory: sizeOf(resources?.memory ?? defaultMemory),
    version,
    cores: resources?.cpu === undefined ? undefined : units.cores(millicores(resources.cpu) / 1000),
    workload: sizing.workload ?? 'oltp',
    galera: replication === 'galera',
    standbys: engine === 'postgres' && replicas > 1,
    acrossClusters,
    roundTrip: acrossClusters ? linksOf(database, topology).roundTrip : undefined,
    connections: sizing.maxConnections,
    pool: poolOf(sizing.bufferPool),
    sharedBuffers: sizing.sharedBuffers === undefined ? undefined : sizeOf(sizing.sharedBuffers),
    // KubeDB sets a quarter of the memory. Source: kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go
    operatorBuffers:
      engine === 'postgres' ? mebibytes(sizeOf(resources?.memory ?? defaultMemory) / 4) : undefined,
    workMem: sizing.workMem === undefined ? undefined : sizeOf(sizing.workMem),
    gcache: gcacheOf(sizing.gcache),
    volume,
    data: sizing.data === undefined ? undefined : sizeOf(sizing.data),
    keptWal: engine === 'postgres' ? keptWalOf(database, mode === 'guaranteed', volume) : undefined,
    // In the order in which they are written: of two names for one option the server takes the later.
    options: Object.entries(config)
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => (optionKey(a.name) < optionKey(b.name) ? -1 : 1)),
  };
}

/** WAL that KubeDB is told to keep, or keeps untold, even for a single server. */
function keptWalOf({ kubedb }: Database, chosen: boolean, volume: Mebibytes): Mebibytes {
  if (kubedb?.walKeepSize !== undefined) return sizeOf(kubedb.walKeepSize);
  return chosen ? keptWalFor(volume) : kubedbKeptWal;
}

function sizeOf(text: string): Mebibytes {
  return fromBytes(bytes(text));
}

function poolOf(text: string | undefined): SizingRequest['pool'] {
  if (text === undefined) return undefined;
  return text.endsWith('%') ? { share: Number(text.slice(0, -1)) / 100 } : { size: sizeOf(text) };
}

function gcacheOf(asked: NonNullable<Database['sizing']>['gcache']): GcacheRequest | undefined {
  if (asked === undefined) return undefined;
  if (typeof asked === 'string') return { size: sizeOf(asked) };
  return {
    rideOut: units.seconds(milliseconds(asked.rideOut) / 1000),
    writeRate: units.bytesPerSecond(bytes(asked.writeRate)),
  };
}

/** Sizes of a database and all settings of its server, those set by hand included. */
export interface SizedDatabase {
  readonly request: SizingRequest;
  readonly sizing: ServerSizing;
  readonly settings: readonly Setting[];
}

/** Sizes a database. */
export function sizeDatabase(database: Database, shape: DatabaseShape, topology: Topology): SizedDatabase {
  const request = sizingRequest(database, shape, topology);
  const sizing = sizeServer(request);
  return { request, sizing, settings: mergeSettings(sizing.settings, request.options) };
}
