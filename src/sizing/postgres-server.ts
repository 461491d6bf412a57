import { fits } from './budget.js';
import { type PostgresFixed, postgresFixed } from './fixed.js';
import {
  choosePostgres,
  compiledQueries,
  hasHashMultiplier,
  hashMultiplierOf,
  hasJit,
  hasWideHashes,
  jitOf,
  leastConnections,
  leastPostgres,
  limits,
  type PostgresMemory,
  type PostgresRequest,
  perSession,
  postgresBudget,
  postgresRemedies,
  usualConnections,
} from './postgres.js';
import type { MemoryProblem } from './remedies.js';
import type { ServerSizing, SizingRequest } from './request.js';
import type { Setting } from './setting.js';
import { type Mebibytes, mebibytes, percent, sizeText } from './units.js';
import { maxWalFor, postgresVolumeBudget } from './volume.js';

/** Memory of a server that nobody configured, in MiB. Printed by PostgreSQL 15 and 17. */
const untouched: PostgresMemory = {
  sharedBuffers: 128,
  connections: 100,
  workMem: 4,
  hashMultiplier: 2,
  wideHashes: true,
  jit: true,
  maintenance: 64,
  autovacuumWorkers: 3,
  autovacuumWorkMem: 64,
  parallel: 2,
  parallelWorkers: 8,
  temporaryBuffers: 8,
  walBuffers: 4,
};

const untouchedMaxWal = mebibytes(1024);

/** From here on page tables of small pages cost too much: 2 GiB of shared_buffers. */
const hugePagesFrom = 2048;

/** Sizes a Postgres server. */
export function sizePostgres(request: SizingRequest): ServerSizing {
  const fixed = postgresFixed(request.options);
  return request.mode === 'guaranteed' ? guaranteed(request, fixed) : asAsked(request, fixed);
}

function requestOf(request: SizingRequest, fixed: PostgresFixed): PostgresRequest {
  const { memory, version, cores, workload } = request;
  return {
    memory,
    version,
    cores,
    workload,
    connections: fixed.connections ?? request.connections,
    sharedBuffers: fixed.sharedBuffers ?? inKibibytes(request.sharedBuffers, leastSharedBuffers),
    workMem: fixed.workMem ?? inKibibytes(request.workMem, leastWorkMemAsked),
    fixed: fixed.memory,
  };
}

/** The least that Postgres takes, in MiB: 128kB and 64kB. */
const leastSharedBuffers = 1 / 8;
const leastWorkMemAsked = 1 / 16;

/** A size as it will be written. */
function inKibibytes(size: Mebibytes | undefined, least: number): Mebibytes | undefined {
  return size === undefined ? undefined : mebibytes(Math.max(least, Math.floor(size * 1024) / 1024));
}

function guaranteed(request: SizingRequest, fixed: PostgresFixed): ServerSizing {
  const asked = requestOf(request, fixed);
  const choice = choosePostgres(asked);
  const problem = choice ? undefined : postgresRemedies(asked);
  const memory = choice ?? leastPostgres(asked);
  const maxWal = fixed.maxWal ?? maxWalFor(request.workload, request.volume);
  return {
    ...result(request, memory, maxWal, fixed),
    settings: settingsOf(request, asked, memory, maxWal).filter(({ option }) => !fixed.names.has(option)),
    environment: {},
    problem,
  };
}

function settingsOf(
  request: SizingRequest,
  asked: PostgresRequest,
  memory: PostgresMemory,
  maxWal: Mebibytes,
): Setting[] {
  const whole = sizeText(request.memory);
  const settings: Setting[] = [
    {
      option: 'shared_buffers',
      value: sizeValue(memory.sharedBuffers),
      why: asked.sharedBuffers === undefined ? `a quarter of ${whole}` : 'sizing.sharedBuffers',
    },
    {
      option: 'max_connections',
      value: memory.connections,
      why:
        asked.connections !== undefined
          ? 'sizing.maxConnections'
          : memory.connections < usualConnections(request.memory, request.workload)
            ? 'as many as fit beside what is asked for; more clients need a pooler'
            : `one for each ${limits[request.workload].perConnection}Mi of ${whole}, ${leastConnections} to ${limits[request.workload].most}; more clients need a pooler`,
    },
    {
      option: 'work_mem',
      value: sizeValue(memory.workMem),
      why:
        asked.workMem === undefined
          ? `so that ${memory.connections} sessions of up to ${Math.round(perSession(memory))}Mi each fit, at most ${limits[request.workload].workMem}MB`
          : 'sizing.workMem',
    },
    {
      option: 'maintenance_work_mem',
      value: sizeValue(memory.maintenance),
      why: `${percent(memory.maintenance / request.memory)} of ${whole}, for one index build or VACUUM at a time`,
    },
    {
      option: 'autovacuum_max_workers',
      value: memory.autovacuumWorkers,
      why: memory.autovacuumWorkers === 1 ? 'one where memory is short' : "the server's default",
    },
    {
      option: 'autovacuum_work_mem',
      value: sizeValue(memory.autovacuumWorkMem),
      why: 'memory of each autovacuum worker',
    },
    {
      option: 'effective_cache_size',
      value: sizeValue(Math.floor(request.memory * 0.7)),
      why: `70 % of ${whole}: what the planner may expect to be cached; takes no memory`,
    },
    {
      option: 'wal_buffers',
      value: `${Math.max(1, Math.min(16, Math.floor(memory.sharedBuffers * 0.03)))}MB`,
      why: '3 % of shared_buffers, at most 16MB',
    },
    {
      option: 'max_wal_size',
      value: sizeValue(maxWal),
      why:
        request.volume === undefined
          ? `WAL between checkpoints, for workload ${request.workload}`
          : `WAL between checkpoints, for workload ${request.workload} and within an eighth of the volume`,
    },
    {
      option: 'min_wal_size',
      value: sizeValue(Math.max(32, Math.floor(maxWal / 4))),
      why: 'a quarter of max_wal_size',
    },
    {
      option: 'max_parallel_workers_per_gather',
      value: memory.parallel,
      why: parallelWhy(request, memory),
    },
    ...(memory.parallel === 0
      ? []
      : [
          {
            option: 'max_parallel_workers',
            value: memory.parallelWorkers,
            why: 'of all queries together: one for each core',
          },
          {
            option: 'max_worker_processes',
            value: Math.max(8, memory.parallelWorkers + 4),
            why: 'parallel workers, and four for replication and extensions',
          },
        ]),
    {
      option: 'huge_pages',
      value: memory.sharedBuffers >= hugePagesFrom ? 'try' : 'off',
      why:
        memory.sharedBuffers >= hugePagesFrom
          ? 'saves page tables where the node has huge pages'
          : 'page tables are small below 2GB of shared_buffers',
    },
    { option: 'temp_buffers', value: '4MB', why: 'temporary tables of each session; 8MB by default' },
  ];
  if (hasJit(request.version)) {
    settings.push({
      option: 'jit',
      value: memory.jit ? 'on' : 'off',
      why: memory.jit
        ? 'long queries gain by it'
        : `compiled queries hold up to ${compiledQueries}Mi of each process`,
    });
  }
  if (hasHashMultiplier(request.version)) {
    settings.push({
      option: 'hash_mem_multiplier',
      value: memory.hashMultiplier,
      why: 'hash tables may take twice work_mem; the default from Postgres 15 on',
    });
  }
  return settings;
}

function parallelWhy({ cores, memory, workload }: SizingRequest, { parallel }: PostgresMemory): string {
  if (parallel > 0) return 'of one query: half of the cores, at most 4 and what memory allows';
  if (workload === 'oltp' || workload === 'edge') return 'short queries gain nothing from workers';
  return (cores ?? 0) < 4 ? 'none below 4 cores' : `no room for parallel workers in ${sizeText(memory)}`;
}

/** What is asked for as it is, and the server's own defaults for the rest. */
function asAsked(request: SizingRequest, fixed: PostgresFixed): ServerSizing {
  const asked = requestOf(request, fixed);
  const settings: Setting[] = [];
  if (request.sharedBuffers !== undefined) {
    settings.push({
      option: 'shared_buffers',
      value: sizeValue(asked.sharedBuffers ?? request.sharedBuffers),
      why: 'sizing.sharedBuffers',
    });
  }
  if (request.workMem !== undefined) {
    settings.push({
      option: 'work_mem',
      value: sizeValue(asked.workMem ?? request.workMem),
      why: 'sizing.workMem',
    });
  }
  if (request.connections !== undefined) {
    settings.push({ option: 'max_connections', value: request.connections, why: 'sizing.maxConnections' });
  }
  const maintenance = fixed.memory.maintenance ?? untouched.maintenance;
  const ofAutovacuum = fixed.memory.autovacuumWorkMem ?? -1;
  const memory: PostgresMemory = {
    ...untouched,
    hashMultiplier: hashMultiplierOf(request.version),
    wideHashes: hasWideHashes(request.version),
    jit: jitOf(request.version),
    ...fixed.memory,
    autovacuumWorkMem: ofAutovacuum < 0 ? maintenance : ofAutovacuum,
    sharedBuffers: asked.sharedBuffers ?? request.operatorBuffers ?? untouched.sharedBuffers,
    connections: asked.connections ?? untouched.connections,
    workMem: asked.workMem ?? untouched.workMem,
  };
  const sized = result(request, memory, fixed.maxWal ?? untouchedMaxWal, fixed);
  return {
    ...sized,
    settings: settings.filter(({ option }) => !fixed.names.has(option)),
    environment: {},
    problem: fits(sized.memory) ? undefined : remediesOf(request, asked, memory),
  };
}

function remediesOf(
  { operatorBuffers }: SizingRequest,
  asked: PostgresRequest,
  memory: PostgresMemory,
): MemoryProblem {
  const standing: PostgresRequest = {
    ...asked,
    sharedBuffers: mebibytes(memory.sharedBuffers),
    connections: memory.connections,
    workMem: mebibytes(memory.workMem),
    fixed: memory,
  };
  const remedies = postgresRemedies(standing);
  if (asked.sharedBuffers !== undefined || operatorBuffers === undefined) return remedies;
  // The operator's quarter grows with the memory.
  const { memory: enough } = postgresRemedies({ ...standing, sharedBuffers: undefined });
  return { ...remedies, memory: enough };
}

function result(
  request: SizingRequest,
  memory: PostgresMemory,
  maxWal: Mebibytes,
  fixed: PostgresFixed,
): Omit<ServerSizing, 'settings' | 'environment' | 'problem'> {
  const keptWal = fixed.keptWal ?? request.keptWal ?? mebibytes(0);
  return {
    memory: postgresBudget(request.memory, memory),
    volume:
      request.volume === undefined
        ? undefined
        : postgresVolumeBudget(request.volume, { data: request.data, keptWal, maxWal }),
    pool: mebibytes(memory.sharedBuffers),
    connections: memory.connections,
    perConnection: mebibytes(perSession(memory)),
    bounded: true,
    gcache: undefined,
    recoveryLog: maxWal,
  };
}

/** A size of postgresql.conf: `128MB`, `2611kB`. Rounded down. */
function sizeValue(size: number): string {
  return Number.isInteger(size) ? `${size}MB` : `${Math.floor(size * 1024)}kB`;
}
