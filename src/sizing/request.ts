import type { Budget } from './budget.js';
import type { GcacheRequest } from './galera.js';
import type { MemoryProblem } from './remedies.js';
import type { GivenOption, Setting, Workload } from './setting.js';
import type { Cores, Mebibytes, Milliseconds } from './units.js';
import type { VolumeBudget } from './volume.js';

/**
 * How figures are chosen. `guaranteed`: so that the server cannot outgrow its container. `target`: what is asked for as it is,
 * 70 % of the memory for the buffer pool when nothing is. `asIs`: nothing is chosen, the server's defaults stand.
 */
export type SizingMode = 'guaranteed' | 'target' | 'asIs';

/** What one server is sized for, whoever asks. */
export interface SizingRequest {
  readonly engine: 'mariadb' | 'postgres';
  readonly mode: SizingMode;
  /** Memory limit of the container. */
  readonly memory: Mebibytes;
  /** Version of the server; undefined counts as the one that takes most. */
  readonly version: string | undefined;
  readonly cores: Cores | undefined;
  readonly workload: Workload;
  /** True when the server is a member of a Galera cluster. */
  readonly galera: boolean;
  /** True when standbys follow the server: it keeps WAL for them. */
  readonly standbys: boolean;
  /** True when members are in more than one cluster. */
  readonly acrossClusters: boolean;
  /** Longest round trip between members. */
  readonly roundTrip: Milliseconds | undefined;
  readonly connections: number | undefined;
  /** innodb_buffer_pool_size asked for. */
  readonly pool: { readonly size: Mebibytes } | { readonly share: number } | undefined;
  readonly sharedBuffers: Mebibytes | undefined;
  /** shared_buffers that the operator sets when nobody asks for any. Left out, the server's own default stands. */
  readonly operatorBuffers?: Mebibytes | undefined;
  readonly workMem: Mebibytes | undefined;
  readonly gcache: GcacheRequest | undefined;
  /** Size of the volume. */
  readonly volume: Mebibytes | undefined;
  /** Data that is expected on it. */
  readonly data: Mebibytes | undefined;
  /** WAL that is kept for standbys. */
  readonly keptWal: Mebibytes | undefined;
  /** Options set by hand: they stand, and enter the budgets. */
  readonly options: readonly GivenOption[];
}

/** A guaranteed server alone, of which nothing is said but its engine and its memory, and what is said nevertheless. */
export function plainRequest(
  engine: SizingRequest['engine'],
  memory: Mebibytes,
  said: Partial<SizingRequest> = {},
): SizingRequest {
  return {
    engine,
    mode: 'guaranteed',
    memory,
    version: undefined,
    cores: undefined,
    workload: 'oltp',
    galera: false,
    standbys: false,
    acrossClusters: false,
    roundTrip: undefined,
    connections: undefined,
    pool: undefined,
    sharedBuffers: undefined,
    workMem: undefined,
    gcache: undefined,
    volume: undefined,
    data: undefined,
    keptWal: undefined,
    options: [],
    ...said,
  };
}

/** Sizes of one server. */
export interface ServerSizing {
  /** What is to be written beside the options set by hand, in the order of the arithmetic. */
  readonly settings: readonly Setting[];
  /** Environment variables of the container. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memory: Budget;
  /** Undefined without a volume. */
  readonly volume: VolumeBudget | undefined;
  /** innodb_buffer_pool_size or shared_buffers in force. */
  readonly pool: Mebibytes;
  /** max_connections in force. */
  readonly connections: number;
  /** The most one connection takes. */
  readonly perConnection: Mebibytes;
  /** False when nothing bounds what a session takes. */
  readonly bounded: boolean;
  /** gcache.size in force, of a member of a Galera cluster. */
  readonly gcache: Mebibytes | undefined;
  /** Log that is replayed after a crash. */
  readonly recoveryLog: Mebibytes;
  /** What would do when the memory is not enough; undefined when it is. */
  readonly problem: MemoryProblem | undefined;
}
