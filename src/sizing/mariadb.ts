import { fits } from './budget.js';
import { type MariadbFixed, mariadbFixed } from './fixed.js';
import { chooseGcache, defaultGcache, gcachePage, largestWriteSet } from './galera.js';
import { type MariadbMemory, mariadbBudget, perConnection } from './mariadb-memory.js';
import {
  chooseMariadb,
  leastAskedPool,
  leastConnections,
  leastMariadb,
  loadsLargeCollations,
  type MariadbRequest,
  mariadbRemedies,
  poolInForce,
  poolShare,
} from './mariadb-pool.js';
import {
  galeraSettings,
  isBefore105,
  poolSettings,
  serverSettings,
  sessionSettings,
  sizeValue,
} from './mariadb-settings.js';
import { leastMebibytes, type MemoryProblem, mostThat } from './remedies.js';
import type { ServerSizing, SizingRequest } from './request.js';
import type { Setting } from './setting.js';
import { type Mebibytes, mebibytes, sizeText } from './units.js';
import { mariadbVolumeBudget, redoLogFor } from './volume.js';

/** Memory of a server that nobody configured, in MiB. Printed by mariadbd 10.11.19 and 11.8.6. */
const untouched: Omit<MariadbMemory, 'largeCollations' | 'appliers'> = {
  pool: 128,
  connections: 151,
  extraConnections: 0,
  sessionCap: undefined,
  packet: 16,
  temporaryTable: 16,
  sortBuffer: 2,
  joinBuffer: 0.25,
  logBuffer: 16,
  ariaCache: 128,
  keyBuffer: 128,
  queryCache: 0,
  fullTextCache: 0,
  tableOpenCache: 2000,
  performanceSchema: false,
  gcacheMemory: 0,
};

/** innodb_log_file_size when nobody says, in MiB. */
const untouchedRedoLog = 96;

/** gcache.page_size when nobody says. */
const defaultPage = mebibytes(128);

/** Sizes a MariaDB server. */
export function sizeMariadb(request: SizingRequest): ServerSizing {
  const fixed = mariadbFixed(request.options);
  return request.mode === 'guaranteed' ? guaranteed(request, fixed) : asAsked(request, fixed);
}

function requestOf(request: SizingRequest, fixed: MariadbFixed): MariadbRequest {
  const { memory, version, galera, cores, workload, connections, pool } = request;
  return {
    memory,
    version,
    galera,
    cores,
    workload,
    connections: fixed.connections ?? connections,
    pool: fixed.pool === undefined ? pool : { size: fixed.pool, stands: true },
    chunk: fixed.chunk,
    fixed: fixed.memory,
  };
}

function guaranteed(request: SizingRequest, fixed: MariadbFixed): ServerSizing {
  const asked = requestOf(request, fixed);
  const choice = chooseMariadb(asked);
  const problem = choice ? undefined : mariadbRemedies(asked);
  const { memory, tier } = choice ?? leastMariadb(asked);
  const edge = request.workload === 'edge';
  const redoLog = fixed.redoLog ?? redoLogFor(memory.pool, request.volume, edge);
  const settings = [
    ...poolSettings(request, asked, memory),
    ...sessionSettings(request, asked, memory, tier),
    ...serverSettings(memory, tier),
    {
      option: 'innodb_log_file_size',
      value: sizeValue(redoLog),
      why: redoLogWhy(request.volume, edge),
    },
    ...(isBefore105(request.version)
      ? [
          {
            option: 'innodb_log_files_in_group',
            value: 1,
            why: 'before 10.5 there are two of them by default',
          },
        ]
      : []),
    ...(request.galera ? galeraSettings(request, memory, fixed) : []),
  ];
  return {
    ...result(request, fixed, memory, redoLog),
    settings: settings.filter(({ option }) => isFree(option, fixed)),
    environment: { MALLOC_ARENA_MAX: String(tier.arenas) },
    problem,
  };
}

/** The provider options are joined with those set by hand later. */
function isFree(option: string, { names }: MariadbFixed): boolean {
  if (option === 'wsrep_provider_options') return true;
  // Of the query cache the one option means nothing without the other.
  if (queryCache.has(option) && [...queryCache].some((each) => names.has(each))) return false;
  return !(names.has(option) || (sameAs[option] && names.has(sameAs[option])));
}

const queryCache: ReadonlySet<string> = new Set(['query_cache_type', 'query_cache_size']);

/** Other names of options that are written. */
const sameAs: Readonly<Record<string, string>> = {
  tmp_memory_table_size: 'tmp_table_size',
  loose_innodb_buffer_pool_size_max: 'innodb_buffer_pool_size_max',
};

function redoLogWhy(volume: Mebibytes | undefined, isEdge: boolean): string {
  if (isEdge) return 'small: it is replayed after every loss of power';
  return volume === undefined
    ? 'a quarter of the pool, 96M to 4G'
    : `a quarter of the pool, within a twentieth of the volume's ${sizeText(volume)}`;
}

/** What is asked for as it is, and the server's own defaults for the rest. */
function asAsked(request: SizingRequest, fixed: MariadbFixed): ServerSizing {
  const { mode } = request;
  const targets = mode === 'target';
  const asked = requestOf(request, fixed);
  const usual = targets ? { share: poolShare } : { size: mebibytes(untouched.pool) };
  const poolAsked: MariadbRequest['pool'] = asked.pool ?? usual;
  const pool = plainPool(poolAsked, request.memory);
  const settings: Setting[] = [];
  if (targets) {
    settings.push({
      option: 'innodb_buffer_pool_size',
      value: `${pool}M`,
      why: request.pool ? 'sizing.bufferPool' : `70 % of ${sizeText(request.memory)}, sizing.mode target`,
    });
  }
  if (request.connections !== undefined) {
    settings.push({ option: 'max_connections', value: request.connections, why: 'sizing.maxConnections' });
  }
  if (request.gcache && request.galera && !fixed.providerKeys.has('gcache.size')) {
    const { size, why } = chooseGcache(request.gcache, request.volume);
    settings.push({ option: 'wsrep_provider_options', value: `gcache.size=${size}M`, why });
  }
  const memory: MariadbMemory = {
    ...untouched,
    ...fixed.memory,
    pool: poolInForce(pool, request.version, fixed.chunk),
    connections: Math.max(leastConnections, asked.connections ?? untouched.connections),
    largeCollations: loadsLargeCollations(request.version),
    appliers: request.galera ? (fixed.memory.appliers ?? 1) : undefined,
  };
  const sized = result(request, fixed, memory, fixed.redoLog ?? mebibytes(untouchedRedoLog));
  return {
    ...sized,
    settings: settings.filter(({ option }) => isFree(option, fixed)),
    environment: {},
    problem: fits(sized.memory) ? undefined : remediesFor(request, fixed, memory, poolAsked),
  };
}

/** What would make a server fit of which nothing is chosen. */
function remediesFor(
  { memory: limit, version }: SizingRequest,
  { chunk }: MariadbFixed,
  memory: MariadbMemory,
  asked: NonNullable<MariadbRequest['pool']>,
): MemoryProblem {
  const works = (at: number, pool: number, connections: number): boolean =>
    fits(mariadbBudget(mebibytes(at), { ...memory, pool: poolInForce(pool, version, chunk), connections }));
  const { connections } = memory;
  const pool = mostThat(leastAskedPool, Math.floor(memory.pool), (size) => works(limit, size, connections));
  return {
    memory: leastMebibytes(limit, (at) => works(at, plainPool(asked, at), connections)),
    connections: mostThat(leastConnections, connections - 1, (count) => works(limit, memory.pool, count)),
    pool: pool === undefined ? undefined : mebibytes(pool),
  };
}

/** A pool as it is asked for, in whole MiB, at least what the server takes. */
function plainPool(pool: NonNullable<MariadbRequest['pool']>, memory: number): number {
  if ('size' in pool && pool.stands) return pool.size;
  return Math.max(leastAskedPool, Math.floor(('size' in pool ? pool.size : pool.share * memory) + 1e-9));
}

function result(
  request: SizingRequest,
  fixed: MariadbFixed,
  memory: MariadbMemory,
  redoLog: Mebibytes,
): Omit<ServerSizing, 'settings' | 'environment' | 'problem'> {
  const chooses = request.mode === 'guaranteed';
  const chosen =
    chooses || request.gcache ? chooseGcache(request.gcache, request.volume).size : defaultGcache;
  const gcache = request.galera ? (fixed.gcache ?? chosen) : undefined;
  const biggest = fixed.largestWriteSet ?? (chooses ? largestWriteSet(request.memory) : mebibytes(0));
  return {
    memory: mariadbBudget(request.memory, memory),
    volume:
      request.volume === undefined
        ? undefined
        : mariadbVolumeBudget(request.volume, {
            data: request.data,
            redoLog,
            gcache,
            gcachePage: fixed.gcachePage ?? (chooses ? gcachePage(gcache ?? defaultGcache) : defaultPage),
            largestWriteSet: biggest,
            binlog: fixed.binlog,
          }),
    pool: mebibytes(memory.pool),
    connections: memory.connections,
    perConnection: mebibytes(perConnection(memory)),
    bounded: memory.sessionCap !== undefined,
    gcache,
    recoveryLog: redoLog,
  };
}
