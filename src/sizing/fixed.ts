import {
  mariadbName,
  mariadbNumber,
  postgresNumber,
  postgresRefusal,
  postgresSettings,
  providerInteger,
  providerParts,
  type ServerOption,
} from '../server-options/index.js';
import type { FixedMemory } from './mariadb-pool.js';
import type { PostgresRequest } from './postgres.js';
import type { GivenOption } from './setting.js';
import { fromBytes, type Mebibytes, mebibytes } from './units.js';

/** What options set by hand say about memory and disk. A value that is none is left to the rules about options. */
export interface MariadbFixed {
  readonly memory: FixedMemory;
  /** max_connections */
  readonly connections: number | undefined;
  /** innodb_buffer_pool_size */
  readonly pool: Mebibytes | undefined;
  /** innodb_buffer_pool_chunk_size times innodb_buffer_pool_instances, as far as they are given. */
  readonly chunk: Mebibytes | undefined;
  readonly redoLog: Mebibytes | undefined;
  /** gcache.size and gcache.page_size of wsrep_provider_options. */
  readonly gcache: Mebibytes | undefined;
  readonly gcachePage: Mebibytes | undefined;
  readonly largestWriteSet: Mebibytes | undefined;
  /** max_binlog_size when the binary log is on; undefined when it is off. */
  readonly binlog: Mebibytes | undefined;
  /** Keys of wsrep_provider_options that are given. */
  readonly providerKeys: ReadonlySet<string>;
  /** Names that are given, with underscores. */
  readonly names: ReadonlySet<string>;
}

type Text = string | number | boolean;

const off = /^(?:off|false|no|0)$/i;

interface Given {
  readonly value: Text;
  readonly option: ServerOption | undefined;
}

/**
 * Reads the options of MariaDB that count for sizes, as the server does: of two that mean the same the later wins, and numbers
 * out of range are moved into it.
 */
export function mariadbFixed(options: readonly GivenOption[]): MariadbFixed {
  const values = new Map<string, Given>();
  for (const { name, value } of options) {
    const { key, option, switched } = mariadbName(name);
    const negated = switched && /^(?:loose[-_])?(?:skip|disable)[-_]/i.test(name);
    values.set(key, { value: negated ? false : value, option });
  }
  const number = (key: string): number | undefined => {
    const given = values.get(key);
    return given && numberInForce(given);
  };
  const size = (key: string): Mebibytes | undefined => {
    const bytes = number(key);
    return bytes === undefined ? undefined : fromBytes(bytes);
  };
  const text = (key: string): Text | undefined => values.get(key)?.value;
  const provider = providerOptionsOf(text('wsrep-provider-options'));
  const temporary = [
    size('tmp-memory-table-size') ?? size('tmp-table-size'),
    size('max-heap-table-size'),
  ].filter((each) => each !== undefined);
  const schema = text('performance-schema');
  const log = text('log-bin');
  const session = size('max-session-mem-used');
  const known: Readonly<Record<string, number | boolean | undefined>> = {
    extraConnections:
      values.has('extra-port') || values.has('extra-max-connections')
        ? (number('extra-max-connections') ?? 1)
        : undefined,
    packet: size('max-allowed-packet'),
    temporaryTable: temporary.length === 0 ? undefined : Math.max(...temporary),
    sortBuffer: size('sort-buffer-size'),
    joinBuffer: size('join-buffer-size'),
    logBuffer: size('innodb-log-buffer-size'),
    ariaCache: size('aria-pagecache-buffer-size'),
    keyBuffer: size('key-buffer-size'),
    queryCache: queryCache(text('query-cache-type'), size('query-cache-size')),
    fullTextCache: size('innodb-ft-total-cache-size'),
    tableOpenCache: number('table-open-cache'),
    performanceSchema: schema === undefined ? undefined : !off.test(String(schema)),
    appliers: number('wsrep-slave-threads'),
    gcacheMemory: provider.size('gcache.mem_size'),
  };
  const memory = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return {
    memory: {
      ...memory,
      // Above a tebibyte it is no bound.
      ...(session === undefined ? {} : { sessionCap: session > 2 ** 20 ? undefined : session }),
    },
    connections: number('max-connections'),
    pool: size('innodb-buffer-pool-size'),
    chunk: chunkOf(size('innodb-buffer-pool-chunk-size'), number('innodb-buffer-pool-instances')),
    redoLog: size('innodb-log-file-size'),
    gcache: provider.size('gcache.size'),
    gcachePage: provider.size('gcache.page_size'),
    largestWriteSet: size('wsrep-max-ws-size'),
    binlog: log === undefined || log === false ? undefined : (size('max-binlog-size') ?? fromBytes(2 ** 30)),
    providerKeys: provider.keys,
    names: new Set([...values.keys()].map((key) => key.replaceAll('-', '_'))),
  };
}

/** A number as the server takes it; undefined for one that stops it. An empty value is 0. */
function numberInForce({ value, option }: Given): number | undefined {
  const text = String(value).trim();
  const number = text === '' ? 0 : mariadbNumber(text);
  if (number === undefined || (number < 0 && option?.type === 'unsigned')) return undefined;
  return Math.min(option?.most ?? Number.POSITIVE_INFINITY, Math.max(option?.least ?? 0, number));
}

/** A size alone switches the cache on; switched on without a size it has 1 MiB. */
function queryCache(type: Text | undefined, size: Mebibytes | undefined): number | undefined {
  if (type === undefined) return size;
  return off.test(String(type)) ? 0 : (size ?? 1);
}

function chunkOf(chunk: Mebibytes | undefined, instances: number | undefined): Mebibytes | undefined {
  return chunk === undefined || chunk === 0 ? undefined : mebibytes(chunk * Math.max(1, instances ?? 1));
}

function providerOptionsOf(value: Text | undefined): {
  readonly keys: ReadonlySet<string>;
  readonly size: (key: string) => Mebibytes | undefined;
} {
  const parts = new Map(
    value === undefined ? [] : providerParts(String(value)).map((part) => [part.key, part.value ?? '']),
  );
  return {
    keys: new Set(parts.keys()),
    size: (key) => {
      const text = parts.get(key);
      const bytes = text === undefined ? undefined : providerInteger(text);
      return bytes === undefined ? undefined : fromBytes(bytes);
    },
  };
}

/** What options set by hand say about a Postgres server's memory and disk. */
export interface PostgresFixed {
  readonly memory: PostgresRequest['fixed'];
  readonly connections: number | undefined;
  readonly sharedBuffers: Mebibytes | undefined;
  readonly workMem: Mebibytes | undefined;
  readonly maxWal: Mebibytes | undefined;
  readonly keptWal: Mebibytes | undefined;
  readonly names: ReadonlySet<string>;
}

/** What Postgres takes for a yes: any beginning of these. */
function isOn(value: string): boolean {
  const word = value.trim().toLowerCase();
  return (
    word === 'on' || word === '1' || (word !== '' && ['true', 'yes'].some((each) => each.startsWith(word)))
  );
}

/** Reads the settings of Postgres that count for sizes. */
export function postgresFixed(options: readonly GivenOption[]): PostgresFixed {
  const values = new Map(options.map(({ name, value }) => [name.toLowerCase(), value]));
  // What the server refuses to start with is left to the rules about options.
  const read = (name: string): { own: number; base: number } | undefined => {
    const value = values.get(name);
    const setting = postgresSettings().get(name);
    if (value === undefined || !setting || postgresRefusal(setting, String(value)) !== undefined)
      return undefined;
    return postgresNumber(setting, String(value));
  };
  const size = (name: string): Mebibytes | undefined => {
    const bytes = read(name)?.base;
    return bytes === undefined || bytes < 0 ? undefined : fromBytes(bytes);
  };
  const jit = values.get('jit');
  const known: Readonly<Record<string, number | boolean | undefined>> = {
    jit: jit === undefined ? undefined : isOn(String(jit)),
    hashMultiplier: read('hash_mem_multiplier')?.own,
    maintenance: size('maintenance_work_mem'),
    // Switched off, it still runs against the wraparound of transaction numbers.
    autovacuumWorkers: read('autovacuum_max_workers')?.own,
    // Below zero: as maintenance_work_mem.
    autovacuumWorkMem: size('autovacuum_work_mem') ?? read('autovacuum_work_mem')?.own,
    temporaryBuffers: size('temp_buffers'),
    walBuffers: size('wal_buffers'),
    parallel: read('max_parallel_workers_per_gather')?.own,
    parallelWorkers: read('max_parallel_workers')?.own,
  };
  return {
    memory: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    connections: read('max_connections')?.own,
    sharedBuffers: size('shared_buffers'),
    workMem: size('work_mem'),
    maxWal: size('max_wal_size'),
    keptWal: size('wal_keep_size'),
    names: new Set(values.keys()),
  };
}
