import {
  besidePool,
  type MariadbMemory,
  mariadbReserve,
  perConnection,
  poolBookkeeping,
} from './mariadb-memory.js';
import { connectionShare, type Tier, tiersFor } from './mariadb-tiers.js';
import { leastMebibytes, type MemoryProblem, mostThat } from './remedies.js';
import type { Workload } from './setting.js';
import { type Cores, type Mebibytes, mebibytes } from './units.js';

/** What a MariaDB server is sized for. */
export interface MariadbRequest {
  /** Memory limit of the container. */
  readonly memory: Mebibytes;
  /** Of the server, such as `11.8.5`; undefined counts as the one that takes most. */
  readonly version: string | undefined;
  /** True for a member of a Galera cluster. */
  readonly galera: boolean;
  /** Undefined counts as two. */
  readonly cores: Cores | undefined;
  readonly workload: Workload;
  /** Connections asked for. */
  readonly connections: number | undefined;
  /** Buffer pool asked for: MiB, or a share of the memory. */
  readonly pool: { readonly size: Mebibytes } | { readonly share: number } | undefined;
  /** What options set by hand fix. */
  readonly fixed: FixedMemory;
}

/** Values that stand, whatever the memory. */
export type FixedMemory = Partial<Omit<MariadbMemory, 'pool' | 'connections' | 'largeCollations'>>;

/** The documented share of the memory for the buffer pool. */
export const poolShare = 0.7;

/** MariaDB raises a lower max_connections to 10, so that fewer are no bound. */
export const leastConnections = 10;
const mostConnections = 1000;

/** Least memory for a single server and for a member of a cluster, in MiB. */
const leastMemory = { single: 192, member: 384 } as const;

/** Smaller pools make the server read every page twice. */
const leastPool = 32;

/** Below this share of the memory, narrower sessions come before a smaller pool. */
const narrowBelow = { wide: 0.5, narrow: 0.15 } as const;
const narrowestSessions = { sessionCap: 8, packet: 1 } as const;
/** Up to here a packet and a session are what every application expects. */
const usualSessions = { sessionCap: 8, packet: 4 } as const;

/** Pool, connections and session caps that fit. */
export interface MariadbChoice {
  readonly memory: MariadbMemory;
  readonly tier: Tier;
}

/**
 * Chooses the largest buffer pool, up to 70 % of the memory, with which the server cannot outgrow its container; undefined
 * when there is none. More memory never gives a smaller pool or fewer connections.
 */
export function chooseMariadb(request: MariadbRequest): MariadbChoice | undefined {
  const least = request.galera ? leastMemory.member : leastMemory.single;
  if (request.memory < least) return undefined;
  const tier = tierAt(request, request.memory);
  const asked = askedPool(request);
  return asked === undefined ? withLargestPool(request, tier) : withPool(request, tier, asked);
}

/** The least a server takes with what is asked for, whether or not it fits: the smallest pool, the narrowest sessions. */
export function leastMariadb(request: MariadbRequest): MariadbChoice {
  const tier = tierAt(request, request.memory);
  const asked = askedConnections(request);
  const narrowest = asked === undefined ? undefined : candidates(request, tier).at(-1);
  const { parts } = narrowest ?? candidate(request, tier);
  const connections =
    asked ?? (request.pool ? leastConnections : defaultConnections(request, request.memory));
  return { tier, memory: { ...parts, pool: askedPool(request) ?? leastPool, connections } };
}

function tierAt(request: MariadbRequest, memory: number): Tier {
  const tiers = tiersFor(request.workload);
  let found = tiers[0];
  for (const tier of tiers) if (tier.start <= memory) found = tier;
  if (!found) throw new Error('there are no tiers');
  return found;
}

function laterTiers(request: MariadbRequest, memory: number): readonly Tier[] {
  return tiersFor(request.workload).filter(({ start }) => start > memory);
}

/** Pool in MiB that somebody asked for. */
export function askedPool({ pool, memory }: MariadbRequest): number | undefined {
  if (!pool) return undefined;
  return 'size' in pool ? Math.max(5, Math.floor(pool.size)) : Math.max(5, Math.floor(pool.share * memory));
}

function askedConnections({ connections }: MariadbRequest): number | undefined {
  return connections === undefined ? undefined : Math.max(leastConnections, connections);
}

/** Everything but the pool and the connections, as a tier and what is fixed say. */
function around(
  request: MariadbRequest,
  tier: Tier,
  sessions: Pick<Tier, 'sessionCap' | 'packet'> = tier,
): Omit<MariadbMemory, 'pool' | 'connections'> {
  const { fixed, galera } = request;
  return {
    extraConnections: fixed.extraConnections ?? 0,
    // A packet counts as memory of its session: under a lower cap it fails.
    sessionCap: 'sessionCap' in fixed ? fixed.sessionCap : Math.max(sessions.sessionCap, fixed.packet ?? 0),
    packet: fixed.packet ?? Math.min(sessions.packet, Math.max(1, fixed.sessionCap ?? sessions.packet)),
    temporaryTable: fixed.temporaryTable ?? tier.temporaryTable,
    sortBuffer: fixed.sortBuffer ?? tier.sortBuffer,
    joinBuffer: fixed.joinBuffer ?? tier.joinBuffer,
    logBuffer: fixed.logBuffer ?? tier.logBuffer,
    ariaCache: fixed.ariaCache ?? tier.ariaCache,
    keyBuffer: fixed.keyBuffer ?? 1,
    queryCache: fixed.queryCache ?? 0,
    tableOpenCache: fixed.tableOpenCache ?? tier.tableOpenCache,
    performanceSchema: fixed.performanceSchema ?? false,
    largeCollations: loadsLargeCollations(request.version),
    appliers: galera ? (fixed.appliers ?? appliersFor(request, tier)) : undefined,
    gcacheMemory: fixed.gcacheMemory ?? 0,
  };
}

/** From 11.6 on; a version that is not known counts as late. */
export function loadsLargeCollations(version: string | undefined): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return major === undefined || Number(major) * 1000 + Number(minor) >= 11_006;
}

function appliersFor({ cores }: MariadbRequest, { start }: Tier): number {
  if (start < 1024) return 2;
  return Math.max(2, Math.min(64, Math.floor(4 * (cores ?? 2))));
}

/** MiB that a pool, its bookkeeping not counted, may take. */
function poolRoom(memory: number, beside: number, connections: number, each: number): number {
  return (memory * (1 - mariadbReserve) - beside - connections * each) / (1 + poolBookkeeping);
}

interface Candidate {
  readonly tier: Tier;
  readonly parts: Omit<MariadbMemory, 'pool' | 'connections'>;
  readonly beside: number;
  readonly each: number;
}

function candidate(
  request: MariadbRequest,
  tier: Tier,
  sessions?: Pick<Tier, 'sessionCap' | 'packet'>,
): Candidate {
  const parts = around(request, tier, sessions);
  return { tier, parts, beside: besidePool(parts), each: perConnection(parts) };
}

/** The caps of sessions from those of the tier down to the narrowest, halved one by one. */
function candidates(request: MariadbRequest, tier: Tier): Candidate[] {
  const found = [candidate(request, tier)];
  let { sessionCap, packet } = tier;
  while (sessionCap > narrowestSessions.sessionCap || packet > narrowestSessions.packet) {
    sessionCap = Math.max(narrowestSessions.sessionCap, sessionCap / 2);
    packet = Math.max(narrowestSessions.packet, packet / 2);
    found.push(candidate(request, tier, { sessionCap, packet }));
  }
  return found;
}

function isWide({ parts }: Candidate): boolean {
  return (
    (parts.sessionCap ?? usualSessions.sessionCap) > usualSessions.sessionCap ||
    parts.packet > usualSessions.packet
  );
}

/** Least memory from which on a candidate is taken for a number of connections. */
function entry(one: Candidate, connections: number, isNarrowest: boolean): number {
  if (isNarrowest) return one.tier.start;
  const share = isWide(one) ? narrowBelow.wide : narrowBelow.narrow;
  const free = 1 - mariadbReserve - share * (1 + poolBookkeeping);
  return Math.max(one.tier.start, (one.beside + connections * one.each) / free);
}

function withLargestPool(request: MariadbRequest, tier: Tier): MariadbChoice | undefined {
  const connections = askedConnections(request);
  return connections === undefined
    ? forDefaultConnections(request, tier)
    : forConnections(request, tier, connections);
}

/** Sessions as wide as leaves a fair pool. */
function forConnections(request: MariadbRequest, tier: Tier, connections: number): MariadbChoice | undefined {
  const { memory, fixed } = request;
  const total = connections + (fixed.extraConnections ?? 0);
  let chosen: Candidate | undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (const each of [tier, ...laterTiers(request, memory)]) {
    const end = laterTiers(request, each.start)[0]?.start ?? Number.POSITIVE_INFINITY;
    const all = candidates(request, each);
    for (const [index, one] of all.entries()) {
      const from = entry(one, total, index === all.length - 1);
      if (from <= memory) {
        chosen ??= one;
      } else if (from < end) {
        // Wider sessions take over from there on. What they leave the pool then, it has now: no step down.
        bound = Math.min(bound, poolRoom(from, one.beside, total, one.each));
      }
    }
  }
  if (!chosen) return undefined;
  const room = Math.min(poolRoom(memory, chosen.beside, total, chosen.each), Math.max(bound, leastPool));
  return choice(request, chosen, connections, room);
}

/** A share of the memory goes to the connections, at what one can take. */
function forDefaultConnections(request: MariadbRequest, tier: Tier): MariadbChoice | undefined {
  const { memory } = request;
  const here = candidate(request, tier);
  const connections = defaultConnections(request, memory);
  const extra = request.fixed.extraConnections ?? 0;
  const room = (at: number): number => {
    const one = candidate(request, tierAt(request, at));
    return poolRoom(at, one.beside, defaultConnections(request, at) + extra, one.each);
  };
  let least = room(memory);
  for (const point of [memory, ...laterTiers(request, memory).map(({ start }) => start)]) {
    least = Math.min(least, room(point), room(nextIncrement(request, point)));
  }
  // Below the least memory of all there is nothing to be even with.
  return choice(request, here, connections, least);
}

/** Connections that a share of the memory is enough for, and never more than more memory would give. */
function defaultConnections(request: MariadbRequest, memory: number): number {
  let connections = rawConnections(request, memory);
  for (const { start } of laterTiers(request, memory)) {
    connections = Math.min(connections, rawConnections(request, start));
  }
  return connections;
}

function rawConnections(request: MariadbRequest, memory: number): number {
  const { each } = candidate(request, tierAt(request, memory));
  // A hair against the rounding of the division.
  const admitted = Math.floor((connectionShare[request.workload] * memory) / each + 1e-9);
  return Math.max(leastConnections, Math.min(mostConnections, admitted));
}

/** Least memory above that gives one connection more, or the same memory when none of its tier does. */
function nextIncrement(request: MariadbRequest, memory: number): number {
  const { each } = candidate(request, tierAt(request, memory));
  const next = ((defaultConnections(request, memory) + 1) * each) / connectionShare[request.workload];
  const end = laterTiers(request, memory)[0]?.start ?? Number.POSITIVE_INFINITY;
  return next > memory && next < end ? next : memory;
}

function choice(
  request: MariadbRequest,
  { tier, parts }: Candidate,
  connections: number,
  room: number,
): MariadbChoice | undefined {
  const pool = wholePool(Math.min(room, poolShare * request.memory), request.version);
  if (pool < leastPool) return undefined;
  return { tier, memory: { ...parts, pool, connections } };
}

/** A pool that is asked for: as many connections beside it as usual, or as fit. */
function withPool(request: MariadbRequest, tier: Tier, pool: number): MariadbChoice | undefined {
  const { memory, fixed } = request;
  const asked = askedConnections(request);
  const extra = fixed.extraConnections ?? 0;
  for (const one of asked === undefined ? [candidate(request, tier)] : candidates(request, tier)) {
    const left = memory * (1 - mariadbReserve) - one.beside - pool * (1 + poolBookkeeping) - extra * one.each;
    const fit = Math.floor(left / one.each + 1e-9);
    if (fit < (asked ?? leastConnections)) continue;
    const connections = asked ?? Math.min(fit, defaultConnections(request, memory));
    return { tier, memory: { ...one.parts, pool, connections } };
  }
  return undefined;
}

/**
 * A pool the server takes as it is written: whole MiB, multiples of 16 MiB from 1 GiB on. Before 10.8 a pool is rounded up to
 * chunks, so that it is rounded down to them here.
 */
function wholePool(room: number, version: string | undefined): number {
  if (room < 1) return 0;
  const step = Math.max(room < 1024 ? 1 : 16, hasFixedChunks(version) ? chunkOf(room) : 1);
  return Math.floor(room / step + 1e-9) * step;
}

/** True before 10.8, where innodb_buffer_pool_chunk_size is 128 MiB unless it is said. Source: MDEV-25342. */
export function hasFixedChunks(version: string | undefined): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return major !== undefined && Number(major) * 1000 + Number(minor) < 10_008;
}

/** Chunk of a pool in MiB: a power of two, some 32 to 64 of them, at most 128 MiB each. */
export function chunkOf(pool: number): number {
  return Math.min(128, Math.max(1, 2 ** Math.floor(Math.log2(pool / 32))));
}

/** What would make a refused request fit. */
export function mariadbRemedies(request: MariadbRequest): MemoryProblem {
  const works = (change: Partial<MariadbRequest>): boolean =>
    chooseMariadb({ ...request, ...change }) !== undefined;
  const connections = askedConnections(request);
  const largest = request.pool && chooseMariadb({ ...request, pool: undefined });
  return {
    memory: leastMebibytes(request.memory, (memory) => works({ memory: mebibytes(memory) })),
    connections:
      connections === undefined
        ? undefined
        : mostThat(leastConnections, connections - 1, (count) => works({ connections: count })),
    pool: largest && mebibytes(largest.memory.pool),
  };
}
