import { seriesOf } from '../server-options/index.js';
import { fits } from './budget.js';
import { type MariadbFixed, mariadbFixed } from './fixed.js';
import { chooseGcache, defaultGcache, gcachePage, groupOptions, largestWriteSet } from './galera.js';
import { type MariadbMemory, mariadbBudget, perConnection, performanceSchema } from './mariadb-memory.js';
import {
  chooseMariadb,
  chunkOf,
  hasChunks,
  leastAskedPool,
  leastConnections,
  leastMariadb,
  loadsLargeCollations,
  type MariadbRequest,
  mariadbRemedies,
  poolInForce,
  poolShare,
  usualCores,
} from './mariadb-pool.js';
import { connectionShare, type Tier } from './mariadb-tiers.js';
import { leastMebibytes, type MemoryProblem, mostThat } from './remedies.js';
import type { ServerSizing, SizingRequest } from './request.js';
import type { Setting } from './setting.js';
import { type Mebibytes, mebibytes, percent, sizeText } from './units.js';
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
const sameAs: Readonly<Record<string, string>> = { tmp_memory_table_size: 'tmp_table_size' };

function poolSettings(request: SizingRequest, asked: MariadbRequest, memory: MariadbMemory): Setting[] {
  const { pool, connections } = memory;
  const share = `${percent(pool / request.memory)} of ${sizeText(request.memory)}`;
  // Rounding takes less than 16 MiB.
  const isWhole = pool + 16 > poolShare * request.memory;
  const settings: Setting[] = [
    {
      option: 'innodb_buffer_pool_size',
      value: sizeValue(mebibytes(pool)),
      why: asked.pool
        ? `sizing.bufferPool: ${share}`
        : isWhole
          ? share
          : `${share}: what ${connections} connections of up to ${short(perConnection(memory))}Mi each leave`,
    },
  ];
  if (reservesAddresses(request.version)) {
    settings.push({
      option: 'innodb_buffer_pool_size_max',
      value: `${Math.ceil(pool / 8) * 8}M`,
      why: 'this release reserves 8 TiB of addresses otherwise, which small kernels refuse',
    });
  }
  if (!hasChunks(request.version)) return settings;
  settings.push({
    option: 'innodb_buffer_pool_chunk_size',
    value: `${chunkOf(pool)}M`,
    why: `this release rounds the pool up to a multiple of it; ${pool}M is one`,
  });
  if (isBefore105(request.version)) {
    settings.push({
      option: 'innodb_buffer_pool_instances',
      value: 1,
      why: 'before 10.5 the pool is rounded up to chunks for each of 8 instances',
    });
  }
  return settings;
}

/** First release of each series, and of those after the last, that reserves addresses for a pool of 8 TiB. Source: mariadb-corporation/mariadb-docs 1098. */
const reservesFrom = [
  [10, 11, 17],
  [11, 4, 11],
  [11, 8, 7],
  [12, 3, 2],
] as const;

function reservesAddresses(version: string | undefined): boolean {
  if ((seriesOf(version) ?? 0) > 12_003) return true;
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  const [major, minor, patch] = parts.map(Number);
  if (major === undefined || minor === undefined || patch === undefined) return false;
  return reservesFrom.some(([first, second, third]) => {
    return major === first && minor === second && patch >= third;
  });
}

function isBefore105(version: string | undefined): boolean {
  return (seriesOf(version) ?? 11_008) < 10_005;
}

function sessionSettings(
  request: SizingRequest,
  asked: MariadbRequest,
  memory: MariadbMemory,
  tier: Tier,
): Setting[] {
  const { sessionCap, packet, temporaryTable, sortBuffer, joinBuffer } = memory;
  const bytesOf = (size: number): string => sizeValue(mebibytes(size));
  return [
    { option: 'max_connections', value: memory.connections, why: connectionsWhy(request, asked, memory) },
    ...(sessionCap === undefined
      ? []
      : [
          {
            option: 'max_session_mem_used',
            value: bytesOf(sessionCap),
            why: 'a session that needs more loses its statement (error 1290); unlimited by default',
          },
        ]),
    {
      option: 'max_allowed_packet',
      value: bytesOf(packet),
      why:
        packet < tier.packet
          ? `the largest statement or row; ${bytesOf(tier.packet)} with fewer connections`
          : 'the largest statement or row, by the memory; 16M by default',
    },
    {
      option: 'tmp_memory_table_size',
      value: bytesOf(temporaryTable),
      why: 'temporary tables above it go to disk; 16M by default',
    },
    {
      option: 'max_heap_table_size',
      value: bytesOf(temporaryTable),
      why: 'as tmp_memory_table_size; bounds MEMORY tables, which no session is charged for',
    },
    {
      option: 'sort_buffer_size',
      value: bytesOf(sortBuffer),
      why: 'larger sorts merge on disk; 2M by default',
    },
    {
      option: 'join_buffer_size',
      value: bytesOf(joinBuffer),
      why: 'joins without an index; 256K by default',
    },
    {
      option: 'read_buffer_size',
      value: '128K',
      why: "scans of Aria and MyISAM tables; the server's default, said because it is budgeted",
    },
    {
      option: 'read_rnd_buffer_size',
      value: '128K',
      why: 'sorted reads of Aria and MyISAM tables; 256K by default',
    },
  ];
}

function connectionsWhy(request: SizingRequest, asked: MariadbRequest, memory: MariadbMemory): string {
  const each = `up to ${short(perConnection(memory))}Mi each`;
  if (asked.connections !== undefined) return `sizing.maxConnections, ${each}`;
  if (memory.connections === leastConnections) return `the least that MariaDB takes, ${each}`;
  if (asked.pool) return `as many as the pool leaves room for, ${each}`;
  return `${short(100 * connectionShare[request.workload])} % of ${sizeText(request.memory)} at ${each}`;
}

function redoLogWhy(volume: Mebibytes | undefined, isEdge: boolean): string {
  if (isEdge) return 'small: it is replayed after every loss of power';
  return volume === undefined
    ? 'a quarter of the pool, 96M to 4G'
    : `a quarter of the pool, within a twentieth of the volume's ${sizeText(volume)}`;
}

function serverSettings(memory: MariadbMemory, tier: Tier): Setting[] {
  const bytesOf = (size: number): string => sizeValue(mebibytes(size));
  return [
    {
      option: 'table_open_cache',
      value: memory.tableOpenCache,
      why: 'open tables of all sessions, 28 KiB each; 2000 by default',
    },
    {
      option: 'innodb_log_buffer_size',
      value: bytesOf(tier.logBuffer),
      why: 'redo log before it is written, by the memory; 16M by default',
    },
    {
      option: 'aria_pagecache_buffer_size',
      value: bytesOf(tier.ariaCache),
      why: 'fills with temporary tables that went to disk; 128M by default',
    },
    { option: 'key_buffer_size', value: '1M', why: 'indexes of MyISAM tables; 128M by default' },
    { option: 'aria_sort_buffer_size', value: '4M', why: 'repair of Aria tables; 256M by default' },
    { option: 'myisam_sort_buffer_size', value: '4M', why: 'repair of MyISAM tables; 128M by default' },
    {
      option: 'innodb_ft_cache_size',
      value: 1_600_000,
      why: 'bytes for each full-text index that is written to, the least there is; 8000000 by default',
    },
    {
      option: 'innodb_ft_result_cache_limit',
      value: 2_000_000,
      why: 'of one full-text query, which the cap of its session does not see; 2 GB by default',
    },
    {
      option: 'innodb_ft_total_cache_size',
      value: 32_000_000,
      why: 'bytes for all of them, the least there is; 640000000 by default',
    },
    {
      option: 'query_cache_type',
      value: 'OFF',
      why: "the server's default: no statement waits for its lock",
    },
    { option: 'query_cache_size', value: 0, why: 'no memory for what is off; 1M by default' },
    {
      option: 'performance_schema',
      value: 'OFF',
      why: `the server's default: ON takes ${performanceSchema}Mi`,
    },
  ];
}

function galeraSettings(request: SizingRequest, memory: MariadbMemory, fixed: MariadbFixed): Setting[] {
  const appliers = memory.appliers ?? 1;
  const gcache = chooseGcache(request.gcache, request.volume);
  const group = groupOptions(appliers, request.acrossClusters, request.roundTrip);
  const page = fixed.gcache === undefined ? gcachePage(gcache.size) : gcachePage(fixed.gcache);
  const provider = [
    ['gcache.size', `${gcache.size}M`],
    ['gcache.page_size', `${page}M`],
    ['gcache.recover', 'yes'],
    ...group.options,
  ].filter(([key = '']) => !fixed.providerKeys.has(key));
  const settings: Setting[] = [
    {
      option: 'wsrep_slave_threads',
      value: appliers,
      why:
        appliers === 2
          ? 'appliers of write sets; two are the least that work in parallel'
          : request.cores === 1
            ? 'appliers of write sets, four for the core'
            : `appliers of write sets, four for each of ${request.cores ?? usualCores} cores`,
    },
    {
      option: 'wsrep_max_ws_size',
      value: sizeValue(largestWriteSet(request.memory)),
      why: `a sixteenth of ${sizeText(request.memory)}: a larger transaction fails before it stops every member`,
    },
    {
      option: 'wsrep_provider_options',
      value: provider.map(([key, value]) => `${key}=${value}`).join(';'),
      why: fixed.providerKeys.has('gcache.size') ? group.why : `gcache.size: ${gcache.why}; ${group.why}`,
    },
  ];
  if (request.acrossClusters) {
    settings.push({
      option: 'innodb_flush_log_at_trx_commit',
      value: 2,
      why: 'a power cut here may take the last second, which members in other clusters hold',
    });
  }
  return settings;
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

/** A size of an option file: `282M`, `256K`. Rounded down. */
function sizeValue(size: Mebibytes): string {
  return Number.isInteger(size) ? `${size}M` : `${Math.floor(size * 1024)}K`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
