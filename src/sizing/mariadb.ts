import { fits } from './budget.js';
import { type MariadbFixed, mariadbFixed } from './fixed.js';
import { chooseGcache, defaultGcache, gcachePage, groupOptions, largestWriteSet } from './galera.js';
import { type MariadbMemory, mariadbBudget, perConnection } from './mariadb-memory.js';
import {
  chooseMariadb,
  chunkOf,
  hasFixedChunks,
  leastConnections,
  leastMariadb,
  loadsLargeCollations,
  type MariadbRequest,
  mariadbRemedies,
  poolShare,
} from './mariadb-pool.js';
import type { Tier } from './mariadb-tiers.js';
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
    pool: fixed.pool === undefined ? pool : { size: fixed.pool },
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
      why: edge
        ? 'small: replayed after every loss of power'
        : 'a quarter of the pool, at most a twentieth of the volume',
    },
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
function isFree(option: string, fixed: MariadbFixed): boolean {
  return option === 'wsrep_provider_options' || !fixed.names.has(option);
}

function poolSettings(request: SizingRequest, asked: MariadbRequest, memory: MariadbMemory): Setting[] {
  const { pool, connections } = memory;
  const share = pool / request.memory;
  const settings: Setting[] = [
    {
      option: 'innodb_buffer_pool_size',
      value: sizeValue(mebibytes(pool)),
      why: asked.pool
        ? `sizing.bufferPool, ${percent(share)} of ${sizeText(request.memory)}`
        : share > poolShare - 0.02
          ? `${percent(share)} of ${sizeText(request.memory)}`
          : `${percent(share)} of ${sizeText(request.memory)}, what ${connections} connections of up to ${short(perConnection(memory))}Mi leave`,
    },
  ];
  if (hasFixedChunks(request.version)) {
    settings.push({
      option: 'innodb_buffer_pool_chunk_size',
      value: `${chunkOf(pool)}M`,
      why: 'the pool is rounded up to these, before 10.8',
    });
    if (isBefore(request.version, 10_005)) {
      settings.push({
        option: 'innodb_buffer_pool_instances',
        value: 1,
        why: 'the pool is rounded up to chunks of each, before 10.5',
      });
    }
  }
  return settings;
}

function isBefore(version: string | undefined, series: number): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return major !== undefined && Number(major) * 1000 + Number(minor) < series;
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
    {
      option: 'max_connections',
      value: memory.connections,
      why:
        asked.connections === undefined
          ? `at ${short(perConnection(memory))}Mi each beside the pool in ${sizeText(request.memory)}`
          : 'sizing.maxConnections',
    },
    ...(sessionCap === undefined
      ? []
      : [
          {
            option: 'max_session_mem_used',
            value: bytesOf(sessionCap),
            why: 'bounds one connection: its statement fails, not the server',
          },
        ]),
    {
      option: 'max_allowed_packet',
      value: bytesOf(packet),
      why:
        packet < tier.packet
          ? `narrower than usual, for ${memory.connections} connections`
          : 'each connection may hold one beyond its bound',
    },
    { option: 'tmp_memory_table_size', value: bytesOf(temporaryTable), why: 'larger ones go to disk' },
    { option: 'max_heap_table_size', value: bytesOf(temporaryTable), why: 'as tmp_memory_table_size' },
    { option: 'sort_buffer_size', value: bytesOf(sortBuffer), why: 'within the bound of a connection' },
    { option: 'join_buffer_size', value: bytesOf(joinBuffer), why: 'for each join, within the bound' },
    { option: 'read_buffer_size', value: '128K', why: 'the default' },
    { option: 'read_rnd_buffer_size', value: '128K', why: 'half of the default' },
  ];
}

function serverSettings(memory: MariadbMemory, tier: Tier): Setting[] {
  const bytesOf = (size: number): string => sizeValue(mebibytes(size));
  return [
    { option: 'table_open_cache', value: memory.tableOpenCache, why: '28 KiB each' },
    { option: 'innodb_log_buffer_size', value: bytesOf(tier.logBuffer), why: 'by the memory' },
    {
      option: 'aria_pagecache_buffer_size',
      value: bytesOf(tier.ariaCache),
      why: 'for temporary tables on disk; 128M by default',
    },
    { option: 'key_buffer_size', value: '1M', why: 'for MyISAM tables, of which there are none' },
    { option: 'aria_sort_buffer_size', value: '4M', why: '256M by default, for repairs' },
    { option: 'myisam_sort_buffer_size', value: '4M', why: '128M by default, for repairs' },
    { option: 'innodb_ft_cache_size', value: 1_600_000, why: 'for each full-text index' },
    { option: 'innodb_ft_total_cache_size', value: 32_000_000, why: '640 MB by default' },
    { option: 'query_cache_type', value: 'OFF', why: 'the default' },
    { option: 'query_cache_size', value: 0, why: 'not even kept for later' },
    { option: 'performance_schema', value: 'OFF', why: 'takes 105Mi' },
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
      why: appliers === 2 ? 'the least that applies in parallel' : 'four for each core',
    },
    {
      option: 'wsrep_max_ws_size',
      value: sizeValue(largestWriteSet(request.memory)),
      why: 'a larger transaction fails: it would be in memory on every member',
    },
    {
      option: 'wsrep_provider_options',
      value: provider.map(([key, value]) => `${key}=${value}`).join(';'),
      why: `gcache.size: ${gcache.why}; ${group.why}`,
    },
  ];
  if (request.acrossClusters) {
    settings.push({
      option: 'innodb_flush_log_at_trx_commit',
      value: 2,
      why: 'the members in other clusters hold what a power cut takes here',
    });
  }
  return settings;
}

/** What is asked for as it is, and the server's own defaults for the rest. */
function asAsked(request: SizingRequest, fixed: MariadbFixed): ServerSizing {
  const { mode } = request;
  const targets = mode === 'target';
  const asked = requestOf(request, fixed);
  const settings: Setting[] = [];
  const pool =
    asked.pool === undefined
      ? targets
        ? Math.floor(poolShare * request.memory)
        : undefined
      : 'size' in asked.pool
        ? Math.floor(asked.pool.size)
        : Math.floor(asked.pool.share * request.memory);
  if (targets && pool !== undefined) {
    settings.push({
      option: 'innodb_buffer_pool_size',
      value: `${Math.max(1, pool)}M`,
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
    pool: pool ?? untouched.pool,
    connections: Math.max(leastConnections, asked.connections ?? untouched.connections),
    largeCollations: loadsLargeCollations(request.version),
    appliers: request.galera ? (fixed.memory.appliers ?? 1) : undefined,
  };
  const sized = result(request, fixed, memory, fixed.redoLog ?? mebibytes(untouchedRedoLog));
  return {
    ...sized,
    settings: settings.filter(({ option }) => isFree(option, fixed)),
    environment: {},
    problem: fits(sized.memory)
      ? undefined
      : {
          ...mariadbRemedies({
            ...asked,
            pool: { size: mebibytes(memory.pool) },
            connections: memory.connections,
            fixed: memory,
          }),
        },
  };
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
