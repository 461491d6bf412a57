import { type Budget, budgetOf } from './budget.js';
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
  readonly maintenance: number;
  readonly autovacuumWorkers: number;
  readonly autovacuumWorkMem: number;
  /** max_parallel_workers_per_gather */
  readonly parallel: number;
  /** max_parallel_workers: processes beside the sessions', in all. */
  readonly parallelWorkers: number;
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
  readonly fixed: Partial<Omit<PostgresMemory, 'sharedBuffers' | 'connections' | 'workMem'>>;
}

/** Kept free of the limit: Postgres bounds no session, so that more is kept than for MariaDB. */
export const postgresReserve = 0.1;

const leastMemory = 192;
const serverItself = 40;
/** shared_buffers with its descriptors and locks. */
const sharedSlope = 1.04;
/** What work_mem does not govern in a session: 1.3 MiB idle; aggregates and tuples under load. */
const sessionItself = 20;
/** Rounding of hash tables in powers of two. */
const hashRounding = 0.2;
const leastWorkMem = 0.25;
const leastConnections = 4;

const limits: Readonly<
  Record<Workload, { perConnection: number; most: number; workMem: number; maintenance: number }>
> = {
  oltp: { perConnection: 64, most: 200, workMem: 64, maintenance: 16 },
  mixed: { perConnection: 96, most: 150, workMem: 128, maintenance: 16 },
  analytics: { perConnection: 256, most: 60, workMem: 1024, maintenance: 8 },
  edge: { perConnection: 64, most: 20, workMem: 16, maintenance: 16 },
};

/** Page tables of a backend that touched all of shared_buffers in pages of 4 KiB; with huge pages there are none to speak of. */
function pageTables(sharedBuffers: number): number {
  return sharedBuffers / 512;
}

/**
 * The most one session takes, in MiB: what measured loads took of it. Postgres has no bound of its own. A parallel worker takes
 * as much.
 */
export function perSession({ workMem, hashMultiplier, sharedBuffers }: PostgresMemory): number {
  return sessionItself + pageTables(sharedBuffers) + slope(hashMultiplier) * workMem;
}

/** Workers that can run: none when no query may have one. */
function workersOf({ parallel, parallelWorkers }: PostgresMemory): number {
  return parallel === 0 ? 0 : parallelWorkers;
}

function slope(hashMultiplier: number): number {
  return 2 * hashMultiplier + hashRounding;
}

/** MiB of /dev/shm that parallel queries hold. */
export function sharedMemory(memory: PostgresMemory): number {
  return 2 * memory.workMem * workersOf(memory);
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
      `${connections} x ${rounded(each)}Mi (${sessionItself} + page tables ${rounded(pageTables(sharedBuffers))} + ${rounded(slope(memory.hashMultiplier))} x work_mem ${rounded(memory.workMem)})`,
    ],
    ['parallel workers', workersOf(memory) * each, `${workersOf(memory)} x ${rounded(each)}Mi`],
    ['maintenance', maintenance, 'maintenance_work_mem, once'],
    [
      'autovacuum',
      autovacuumWorkers * autovacuumWorkMem,
      `${autovacuumWorkers} x ${rounded(autovacuumWorkMem)}Mi`,
    ],
    ['/dev/shm', sharedMemory(memory), 'hash tables that parallel queries share'],
    ['server', serverItself, 'measured'],
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
  const limit = limits[workload];
  const sharedBuffers = Math.floor(request.sharedBuffers ?? memory / 4);
  if (sharedBuffers < 1) return undefined;
  const usual = Math.max(
    leastConnections,
    Math.min(limit.most, Math.floor(memory / limit.perConnection + 1e-9)),
  );
  const chosen = withConnections(request, sharedBuffers, request.connections ?? usual);
  const fixesSessions = request.workMem !== undefined || request.sharedBuffers !== undefined;
  if (chosen || request.connections !== undefined || !fixesSessions) return chosen;
  // As many as fit beside what is asked for.
  const fewer = mostThat(leastConnections, usual - 1, (count) => {
    return withConnections(request, sharedBuffers, count) !== undefined;
  });
  return fewer === undefined ? undefined : withConnections(request, sharedBuffers, fewer);
}

function withConnections(
  request: PostgresRequest,
  sharedBuffers: number,
  connections: number,
): PostgresMemory | undefined {
  const { memory, workload } = request;
  const around = aroundSessions(request, sharedBuffers, connections);
  const workMem = request.workMem ?? largestWorkMem(request, around, limits[workload].workMem);
  if (workMem === undefined || workMem < leastWorkMem / 4) return undefined;
  const chosen = { ...around, workMem };
  const { total } = postgresBudget(memory, chosen);
  return total <= memory + 0.01 ? chosen : undefined;
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
  return {
    sharedBuffers,
    connections,
    workMem: 0,
    hashMultiplier: fixed.hashMultiplier ?? (hasHashMultiplier(version) ? 2 : 1),
    maintenance,
    autovacuumWorkers: fixed.autovacuumWorkers ?? (memory < 1024 ? 1 : 3),
    autovacuumWorkMem: fixed.autovacuumWorkMem ?? clamp(memory / 64, 8, 1024),
    parallel: fixed.parallel ?? (cores < 4 ? 0 : Math.min(4, Math.ceil(cores / 2))),
    parallelWorkers: fixed.parallelWorkers ?? Math.max(1, Math.ceil(cores)),
  };
}

/** hash_mem_multiplier came with 13. */
export function hasHashMultiplier(version: string | undefined): boolean {
  const major = Number.parseInt(version ?? '', 10);
  return Number.isNaN(major) || major >= 13;
}

function largestWorkMem(
  { memory }: PostgresRequest,
  around: PostgresMemory,
  most: number,
): number | undefined {
  const left = memory - postgresBudget(memory, around).total;
  const workers = workersOf(around);
  const perUnit = (around.connections + workers) * slope(around.hashMultiplier) + 2 * workers;
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
        : mostThat(1, connections - 1, (count) => works({ connections: count })),
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
