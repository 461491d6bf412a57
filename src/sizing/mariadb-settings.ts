import { seriesOf } from '../server-options/index.js';
import type { MariadbFixed } from './fixed.js';
import { chooseGcache, gcachePage, groupOptions, largestWriteSet } from './galera.js';
import { type MariadbMemory, perConnection, performanceSchema } from './mariadb-memory.js';
import {
  chunkOf,
  hasChunks,
  leastConnections,
  type MariadbRequest,
  poolShare,
  usualCores,
} from './mariadb-pool.js';
import { connectionShare, type Tier } from './mariadb-tiers.js';
import type { SizingRequest } from './request.js';
import type { Setting } from './setting.js';
import { type Mebibytes, mebibytes, percent, sizeText } from './units.js';

/** The buffer pool, with what some releases need beside it. */
export function poolSettings(
  request: SizingRequest,
  asked: MariadbRequest,
  memory: MariadbMemory,
): Setting[] {
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
  const largest = largestPoolOption(request.version);
  if (largest) {
    settings.push({
      option: largest,
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

/**
 * The option that a server reserves no more addresses with than its pool takes; undefined for one that reserves none. A series may
 * be any of its releases, of which the oldest do not know it.
 */
function largestPoolOption(version: string | undefined): string | undefined {
  if (reservesAddresses(version)) return 'innodb_buffer_pool_size_max';
  const isOne = reservesFrom.some(([major, minor]) => version === `${major}.${minor}`);
  return isOne ? 'loose_innodb_buffer_pool_size_max' : undefined;
}

function reservesAddresses(version: string | undefined): boolean {
  if ((seriesOf(version) ?? 0) > 12_003) return true;
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  const [major, minor, patch] = parts.map(Number);
  if (major === undefined || minor === undefined || patch === undefined) return false;
  return reservesFrom.some(([first, second, third]) => {
    return major === first && minor === second && patch >= third;
  });
}

/** True before 10.5, which had several instances of a pool and two redo logs. */
export function isBefore105(version: string | undefined): boolean {
  return (seriesOf(version) ?? 11_008) < 10_005;
}

/** Connections and what bounds each of them. */
export function sessionSettings(
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

/** Caches and buffers of the whole server. */
export function serverSettings(memory: MariadbMemory, tier: Tier): Setting[] {
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

/** Appliers, write sets and the provider. */
export function galeraSettings(
  request: SizingRequest,
  memory: MariadbMemory,
  fixed: MariadbFixed,
): Setting[] {
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

/** A size of an option file: `282M`, `256K`. Rounded down. */
export function sizeValue(size: Mebibytes): string {
  return Number.isInteger(size) ? `${size}M` : `${Math.floor(size * 1024)}K`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
