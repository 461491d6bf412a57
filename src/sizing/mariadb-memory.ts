import { type Budget, budgetOf } from './budget.js';
import { type Mebibytes, mebibytes } from './units.js';

/** Everything that decides how much memory a MariaDB server can take. Sizes in MiB. */
export interface MariadbMemory {
  /** innodb_buffer_pool_size */
  readonly pool: number;
  /** max_connections */
  readonly connections: number;
  /** extra_max_connections, which come on top. */
  readonly extraConnections: number;
  /** max_session_mem_used; undefined when sessions are not bounded, as is the server's default. */
  readonly sessionCap: number | undefined;
  /** max_allowed_packet */
  readonly packet: number;
  /** The larger of tmp_memory_table_size and max_heap_table_size. */
  readonly temporaryTable: number;
  readonly sortBuffer: number;
  readonly joinBuffer: number;
  readonly logBuffer: number;
  /** aria_pagecache_buffer_size */
  readonly ariaCache: number;
  readonly keyBuffer: number;
  /** Memory of the query cache: 0 when it is off. */
  readonly queryCache: number;
  /** innodb_ft_total_cache_size, when somebody raises it. */
  readonly fullTextCache: number;
  readonly tableOpenCache: number;
  readonly performanceSchema: boolean;
  /** True from MariaDB 11.6 on, whose default collations are loaded at start. */
  readonly largeCollations: boolean;
  /** wsrep_slave_threads of a member of a Galera cluster; undefined for a server that is none. */
  readonly appliers: number | undefined;
  /** gcache.mem_size, which unlike gcache.size is memory. */
  readonly gcacheMemory: number;
}

/**
 * What the server takes beside what is configured: its code, dictionary and the allocator's slack.
 * Measured 46 to 64 MiB in a filled server with small caches; 48 is what is left of 72 without them.
 */
export const serverItself = 48;

/** Index and page structures of a pool: a pool of 2 GiB grew the server by 1.015 of its size. */
export const poolBookkeeping = 0.02;

/** MiB of an open table; 28 KiB measured. */
export const openTable = 0.03;

/** performance_schema=ON: 94 to 105 MiB measured, nearly whatever the connections. */
export const performanceSchema = 105;

/** Unicode 14 collations of 11.6 and later. */
export const collations = 14;

/** Thread, socket and kernel memory of one connection. */
export const connectionItself = 0.5;

/** What the measured base holds of them: key_buffer_size=1M, innodb_ft_total_cache_size=32000000. */
export const usualKeyBuffer = 1;
export const usualFullTextCache = 31;

/** The provider took 34 to 36 MiB idle, and 10 to 40 more under load. */
export const galeraProvider = 40;
export const applier = 2;
/** mariadb-backup on the donor: 37 to 49 MiB measured. */
export const stateTransfer = 50;

/** Kept free of the limit: page tables, exec probes, sampling. */
export const mariadbReserve = 0.05;

/** A packet is held as it came and as text: 33.0 MiB measured for 16 with one arena, 39.7 with the allocator's own. */
export const packetHeld = 2.5;

/** Without a cap: two temporary tables, a sort and 4 MiB, but at least 12: 23 to 38 MiB measured with the defaults, 12.2 with 1M; 133 with tables of 64M. */
export const unbounded = { least: 12, tables: 2.1, beside: 4 } as const;

/** The most one connection can take, in MiB. Without a cap this is what measured loads take, and no bound. */
export function perConnection(
  memory: Pick<MariadbMemory, 'sessionCap' | 'packet' | 'temporaryTable' | 'sortBuffer'>,
): number {
  const { sessionCap, packet, temporaryTable, sortBuffer } = memory;
  if (sessionCap !== undefined) {
    // The cap is looked at after the fact, so that one packet may come on top of it. A larger packet is held twice before.
    return connectionItself + (packet > sessionCap ? packetHeld * packet : sessionCap + packet);
  }
  const { least, tables, beside } = unbounded;
  return (
    connectionItself + Math.max(least, tables * temporaryTable + sortBuffer + beside, packetHeld * packet)
  );
}

/** MiB of everything but the buffer pool, the connections and the reserve. */
export function besidePool(memory: Omit<MariadbMemory, 'pool' | 'connections'>): number {
  return basics(memory).reduce((sum, [, size]) => sum + size, 0);
}

function basics(
  memory: Omit<MariadbMemory, 'pool' | 'connections'>,
): [part: string, size: number, how: string][] {
  const { appliers } = memory;
  return [
    ['server and allocator', serverItself, 'measured'],
    ['log buffer', memory.logBuffer, 'innodb_log_buffer_size'],
    [
      'caches of other engines',
      memory.ariaCache +
        Math.max(0, memory.keyBuffer - usualKeyBuffer) +
        memory.queryCache +
        Math.max(0, memory.fullTextCache - usualFullTextCache),
      'aria_pagecache_buffer_size; key_buffer_size, query_cache_size and innodb_ft_total_cache_size above what dbspan writes',
    ],
    ['open tables', memory.tableOpenCache * openTable, `${memory.tableOpenCache} x ${openTable}Mi`],
    ['collations', memory.largeCollations ? collations : 0, 'measured, from MariaDB 11.6 on'],
    ['performance schema', memory.performanceSchema ? performanceSchema : 0, 'measured'],
    [
      'replication',
      appliers === undefined ? 0 : galeraProvider + applier * appliers + memory.gcacheMemory,
      `provider ${galeraProvider}Mi, ${appliers} ${appliers === 1 ? 'applier' : 'appliers'} x ${applier}Mi`,
    ],
    ['state transfer', appliers === undefined ? 0 : stateTransfer, 'mariadb-backup on the donor, measured'],
  ];
}

/** What a MariaDB server can take of a container's memory. Source: measured, docs/sizing.md. */
export function mariadbBudget(limit: Mebibytes, memory: MariadbMemory): Budget {
  const each = perConnection(memory);
  const admitted = memory.connections + memory.extraConnections;
  const bound =
    memory.sessionCap === undefined
      ? 'no bound: max_session_mem_used is not set'
      : `${connectionItself} + max_session_mem_used ${rounded(memory.sessionCap)} + max_allowed_packet ${rounded(memory.packet)}`;
  const parts: [string, number, string][] = [
    ['buffer pool', memory.pool, 'innodb_buffer_pool_size'],
    ['its bookkeeping', memory.pool * poolBookkeeping, '2 % of the pool'],
    ['connections', admitted * each, `${admitted} x ${rounded(each)}Mi (${bound})`],
    ...basics(memory),
    ['reserve', limit * mariadbReserve, '5 % of the limit'],
  ];
  return budgetOf(
    limit,
    parts.map(([part, size, how]) => ({ part, size: mebibytes(size), how })),
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
