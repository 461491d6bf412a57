import { type Budget, budgetOf, fits } from './budget.js';
import { leastMebibytes, type MemoryProblem, mostThat } from './remedies.js';
import type { Workload } from './setting.js';
import { type Cores, type Mebibytes, mebibytes } from './units.js';

/** Everything that decides how much memory a Postgres server can take. Sizes in MiB. */
export interface PostgresMemory {
  readonly sharedBuffers: number;
  /** max_connections */
  readonly connections: number;
  readonly workMem: number;
  /** hash_mem_multiplier: 2 by default from Postgres 15 on, 1 before. */
  readonly hashMultiplier: number;
  /** True from Postgres 16 on, whose hash joins were measured to take more of each work_mem. */
  readonly wideHashes: boolean;
  readonly maintenance: number;
  readonly autovacuumWorkers: number;
  readonly autovacuumWorkMem: number;
  /** True when queries are compiled: jit, on by default from Postgres 12 on. */
  readonly jit: boolean;
  /** max_parallel_workers_per_gather */
  readonly parallel: number;
  /** max_parallel_workers: processes beside the sessions', in all. */
  readonly parallelWorkers: number;
  /** temp_buffers */
  readonly temporaryBuffers: number;
  readonly walBuffers: number;
}

/** What a Postgres server is sized for. */
export interface PostgresRequest {
  readonly memory: Mebibytes;
  /** Of the server, such as `17.2`. */
  readonly version: string | undefined;
  readonly cores: Cores | undefined;
  readonly workload: Workload;
  readonly connections: number | undefined;
  readonly sharedBuffers: Mebibytes | undefined;
  readonly workMem: Mebibytes | undefined;
  /** What options set by hand fix. */
  readonly fixed: Partial<Omit<PostgresMemory, 'sharedBuffers' | 'connections' | 'workMem' | 'wideHashes'>>;
}

/** Kept free of the limit: Postgres bounds no session, so that more is kept than for MariaDB. */
export const postgresReserve = 0.1;

export const leastMemory = 192;
export const serverItself = 40;
/** shared_buffers with its descriptors and locks. */
export const sharedSlope = 1.04;
/** What work_mem does not govern in a process: 1.4 MiB measured beside sorts and hashes, 2.8 of the kernel's; the rest is room. */
export const sessionItself = 10;
/** Queries that are compiled: 20 to 24 MiB measured, which stay with the process. */
export const compiledQueries = 24;
/** Hash tables of a three-way join, in work_mem times hash_mem_multiplier; measured with 15.18 and 17.11. */
export const hashTables = { before16: 2.1, from16: 3.5 } as const;
export const leastWorkMem = 0.25;
/** The least that Postgres takes. */
const leastAskedWorkMem = 1 / 16;
/** Three are kept for superusers. */
export const leastConnections = 6;
/** Of its own a session holds the default of temp_buffers, and the server 16 MiB of WAL. */
const usualTemporaryBuffers = 8;
const usualWalBuffers = 16;
/** Parallel workers give way before work_mem falls below it. */
const fairWorkMem = 1;

export const limits: Readonly<
  Record<Workload, { perConnection: number; most: number; workMem: number; maintenance: number }>
> = {
  oltp: { perConnection: 64, most: 200, workMem: 64, maintenance: 16 },
  mixed: { perConnection: 96, most: 150, workMem: 128, maintenance: 16 },
  analytics: { perConnection: 256, most: 60, workMem: 1024, maintenance: 8 },
  edge: { perConnection: 64, most: 20, workMem: 16, maintenance: 16 },
};

/** Workloads whose queries are long enough for workers. */
const parallelFor: ReadonlySet<Workload> = new Set<Workload>(['mixed', 'analytics']);

/** Page tables of a backend that touched all of shared_buffers in pages of 4 KiB; with huge pages there are none to speak of. */
function pageTables(sharedBuffers: number): number {
  return sharedBuffers / 512;
}

/**
 * The most one session takes, in MiB: what measured loads took of it. Postgres has no bound of its own. The hash tables of a
 * parallel query are shared, in /dev/shm, and as many times larger as it plans processes, whether they run or not.
 */
export function perSession(memory: PostgresMemory): number {
  const temporary = Math.max(0, memory.temporaryBuffers - usualTemporaryBuffers);
  return perProcess(memory) + slope(memory) * memory.workMem * (1 + memory.parallel) + temporary;
}

/** MiB of a process before it sorts or hashes. */
function perProcess({ sharedBuffers, jit }: PostgresMemory): number {
  return sessionItself + (jit ? compiledQueries : 0) + pageTables(sharedBuffers);
}

/** Workers that can run at a time. */
function workersOf({ parallel, parallelWorkers, connections }: PostgresMemory): number {
  return Math.min(parallelWorkers, connections * parallel);
}

function slope({ hashMultiplier, wideHashes }: PostgresMemory): number {
  return (wideHashes ? hashTables.from16 : hashTables.before16) * hashMultiplier;
}

/** What a Postgres server can take of a container's memory. Source: measured, docs/sizing.md. */
export function postgresBudget(limit: Mebibytes, memory: PostgresMemory): Budget {
  const { sharedBuffers, connections, maintenance, autovacuumWorkers, autovacuumWorkMem } = memory;
  const each = perSession(memory);
  const parts: [string, number, string][] = [
    ['shared buffers', sharedBuffers, 'shared_buffers'],
    ['their bookkeeping', sharedBuffers * (sharedSlope - 1), '4 % of shared_buffers'],
    [
      'connections',
      connections * each,
      `${connections} x ${rounded(each)}Mi (${sessionItself}${memory.jit ? ` + jit ${compiledQueries}` : ''} + page tables ${rounded(pageTables(sharedBuffers))} + ${rounded(slope(memory))} x work_mem ${rounded(memory.workMem)}${memory.parallel > 0 ? ` x ${1 + memory.parallel} processes, in /dev/shm` : ''})`,
    ],
    [
      'parallel workers',
      workersOf(memory) * perProcess(memory),
      `${workersOf(memory)} x ${rounded(perProcess(memory))}Mi`,
    ],
    ['maintenance', maintenance, 'maintenance_work_mem, once'],
    [
      'autovacuum',
      autovacuumWorkers * autovacuumWorkMem,
      `${autovacuumWorkers} x ${rounded(autovacuumWorkMem)}Mi`,
    ],
    ['server', serverItself + Math.max(0, memory.walBuffers - usualWalBuffers), 'measured'],
    ['reserve', limit * postgresReserve, '10 % of the limit: Postgres bounds no session'],
  ];
  return budgetOf(
    limit,
    parts.map(([part, size, how]) => ({ part, size: mebibytes(size), how })),
  );
}

/**
 * Chooses shared_buffers, connections and work_mem that fit; undefined when nothing does. More memory never gives smaller
 * shared_buffers or fewer connections.
 */
export function choosePostgres(request: PostgresRequest): PostgresMemory | undefined {
  const { memory, workload } = request;
  if (memory < leastMemory) return undefined;
  const usual = usualConnections(memory, workload);
  const chosen = withConnections(request, request.connections ?? usual);
  if (chosen || request.connections !== undefined || !fixesSessions(request)) return chosen;
  // As many as fit beside what is asked for.
  const fewer = mostThat(leastConnections, usual - 1, (count) => {
    return withConnections(request, count) !== undefined;
  });
  return fewer === undefined ? undefined : withConnections(request, fewer);
}

/** Connections when nobody says how many. */
export function usualConnections(memory: number, workload: Workload): number {
  const { perConnection, most } = limits[workload];
  return Math.max(leastConnections, Math.min(most, Math.floor(memory / perConnection + 1e-9)));
}

/** True when what is asked for may leave less than usual for each session, or make each take more. */
function fixesSessions({ workMem, sharedBuffers, fixed }: PostgresRequest): boolean {
  return [workMem, sharedBuffers, fixed.jit, fixed.temporaryBuffers, fixed.parallel].some(
    (each) => each !== undefined,
  );
}

function withConnections(request: PostgresRequest, connections: number): PostgresMemory | undefined {
  const { memory, workload } = request;
  // Not rounded for the test, so that a little more memory never makes too large what fitted.
  const sharedBuffers = request.sharedBuffers ?? memory / 4;
  const written = request.sharedBuffers ?? Math.floor(sharedBuffers);
  const around = aroundSessions(request, sharedBuffers, connections);
  let last: PostgresMemory | undefined;
  for (const each of leaner(request, around)) {
    const workMem = request.workMem ?? largestWorkMem(request, each, limits[workload].workMem);
    if (workMem === undefined || workMem < leastAskedWorkMem) continue;
    const chosen = { ...each, workMem };
    if (!fits(postgresBudget(memory, chosen))) continue;
    last = { ...chosen, sharedBuffers: written };
    if (request.workMem !== undefined || workMem >= fairWorkMem) break;
  }
  return last;
}

/** The same server with ever fewer parallel workers, then without jit, and in the end with one autovacuum worker, as far as nobody asked for them. */
function leaner({ fixed }: PostgresRequest, around: PostgresMemory): PostgresMemory[] {
  const found = [around];
  let last = around;
  while (last.parallel > 0 && fixed.parallel === undefined) {
    last = { ...last, parallel: Math.floor(last.parallel / 2) };
    found.push(last);
  }
  if (fixed.jit === undefined && last.jit) {
    last = { ...last, jit: false };
    found.push(last);
  }
  if (fixed.autovacuumWorkers === undefined && last.autovacuumWorkers > 1)
    found.push({ ...last, autovacuumWorkers: 1 });
  return found;
}

/** The least a server takes with what is asked for, whether or not it fits. */
export function leastPostgres(request: PostgresRequest): PostgresMemory {
  const sharedBuffers = Math.max(1, Math.floor(request.sharedBuffers ?? request.memory / 4));
  const around = aroundSessions(request, sharedBuffers, request.connections ?? leastConnections);
  return { ...around, workMem: request.workMem ?? leastWorkMem };
}

function aroundSessions(
  { memory, workload, cores = 2 as Cores, version, fixed }: PostgresRequest,
  sharedBuffers: number,
  connections: number,
): PostgresMemory {
  const maintenance = fixed.maintenance ?? clamp(memory / limits[workload].maintenance, 16, 2048);
  const ofAutovacuum = fixed.autovacuumWorkMem ?? clamp(memory / 64, 8, 1024);
  return {
    sharedBuffers,
    connections,
    workMem: 0,
    hashMultiplier: fixed.hashMultiplier ?? (hasHashMultiplier(version) ? 2 : 1),
    maintenance,
    autovacuumWorkers: fixed.autovacuumWorkers ?? (memory < 1024 ? 1 : 3),
    autovacuumWorkMem: ofAutovacuum < 0 ? maintenance : ofAutovacuum,
    wideHashes: hasWideHashes(version),
    jit: fixed.jit ?? (workload === 'analytics' && hasJit(version)),
    parallel:
      fixed.parallel ?? (cores < 4 || !parallelFor.has(workload) ? 0 : Math.min(4, Math.ceil(cores / 2))),
    parallelWorkers: fixed.parallelWorkers ?? Math.max(1, Math.ceil(cores)),
    temporaryBuffers: fixed.temporaryBuffers ?? 4,
    walBuffers: fixed.walBuffers ?? usualWalBuffers,
  };
}

/** hash_mem_multiplier of a server that is told nothing: 2 from Postgres 15 on. */
export function hashMultiplierOf(version: string | undefined): number {
  return majorOf(version) < 15 ? 1 : 2;
}

/** True from 16 on: measured with 17, and counted for its neighbours. */
export function hasWideHashes(version: string | undefined): boolean {
  return majorOf(version) >= 16;
}

/** jit came with 11. */
export function hasJit(version: string | undefined): boolean {
  return majorOf(version) >= 11;
}

/** jit of a server that is told nothing. */
export function jitOf(version: string | undefined): boolean {
  return majorOf(version) >= 12;
}

/** hash_mem_multiplier came with 13. */
export function hasHashMultiplier(version: string | undefined): boolean {
  return majorOf(version) >= 13;
}

/** The latest when nobody says. */
function majorOf(version: string | undefined): number {
  const major = Number.parseInt(version ?? '', 10);
  return Number.isNaN(major) ? Number.POSITIVE_INFINITY : major;
}

function largestWorkMem(
  { memory }: PostgresRequest,
  around: PostgresMemory,
  most: number,
): number | undefined {
  const left = memory - postgresBudget(memory, around).total;
  const perUnit = around.connections * slope(around) * (1 + around.parallel);
  if (perUnit === 0) return most;
  const workMem = Math.floor((left / perUnit) * 1024) / 1024;
  return workMem < leastWorkMem ? undefined : Math.min(most, workMem);
}

/** What would make a refused request fit. */
export function postgresRemedies(request: PostgresRequest): MemoryProblem {
  const works = (change: Partial<PostgresRequest>): boolean =>
    choosePostgres({ ...request, ...change }) !== undefined;
  const { connections, sharedBuffers } = request;
  return {
    memory: leastMebibytes(request.memory, (memory) => works({ memory: mebibytes(memory) })),
    connections:
      connections === undefined
        ? undefined
        : mostThat(leastConnections, connections - 1, (count) => works({ connections: count })),
    pool:
      sharedBuffers === undefined
        ? undefined
        : maybeMebibytes(
            mostThat(16, Math.floor(sharedBuffers) - 1, (size) => works({ sharedBuffers: mebibytes(size) })),
          ),
  };
}

function maybeMebibytes(size: number | undefined): Mebibytes | undefined {
  return size === undefined ? undefined : mebibytes(size);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
