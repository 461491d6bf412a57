import { seriesOf } from '../server-options/index.js';
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
  readonly pool:
    | {
        readonly size: Mebibytes;
        /** True when config says it, so that it is not written in another size. */
        readonly stands?: boolean;
      }
    | { readonly share: number }
    | undefined;
  /** Piece of a pool, in releases that have chunks, when options set by hand fix it. */
  readonly chunk?: number | undefined;
  /** What options set by hand fix. */
  readonly fixed: FixedMemory;
}

/** Values that stand, whatever the memory. */
export type FixedMemory = Partial<Omit<MariadbMemory, 'pool' | 'connections' | 'largeCollations'>>;

/** The documented share of the memory for the buffer pool. */
export const poolShare = 0.7;

/** MariaDB raises a lower max_connections to 10, so that fewer are no bound. */
export const leastConnections = 10;
export const mostConnections = 1000;

/** Least memory for a single server and for a member of a cluster, in MiB. */
export const leastMemory = { single: 192, member: 384 } as const;

/** Smaller pools make the server read every page twice. */
export const leastPool = 32;

/**
 * Sessions get narrower before the pool falls below these shares of the memory: down to what every application expects before
 * half, down to the narrowest before a quarter.
 */
export const narrowBelow = { wide: 0.5, usual: 0.25 } as const;
export const usualSessions = { sessionCap: 8, packet: 4 } as const;
export const narrowestSessions = { sessionCap: 8, packet: 1 } as const;

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
  const asked = askedPool(request);
  if (asked !== undefined) return withPool(request, asked);
  const connections = askedConnections(request);
  return connections === undefined ? forDefaultConnections(request) : forConnections(request, connections);
}

/** The least a server takes with what is asked for, whether or not it fits: the smallest pool, the narrowest sessions. */
export function leastMariadb(request: MariadbRequest): MariadbChoice {
  const tier = tierAt(request, request.memory);
  const asked = askedConnections(request);
  const narrowest = asked === undefined ? undefined : widths(tier).at(-1);
  const { parts } = candidate(request, tier, narrowest?.sessions);
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

const laterThan = new Map<readonly Tier[], ReadonlyMap<number, readonly Tier[]>>();

function laterTiers(request: MariadbRequest, memory: number): readonly Tier[] {
  const tiers = tiersFor(request.workload);
  let later = laterThan.get(tiers);
  if (!later) {
    later = new Map(tiers.map(({ start }, index) => [start, tiers.slice(index + 1)]));
    laterThan.set(tiers, later);
  }
  return later.get(tierAt(request, memory).start) ?? [];
}

/** Least pool that the server takes: 5 MiB. */
export const leastAskedPool = 5;

/** Pool in MiB that somebody asked for, in pieces that the server does not round up. */
export function askedPool(request: MariadbRequest): number | undefined {
  const { pool, memory, version, chunk } = request;
  if (!pool) return undefined;
  // What config says stands as it is, and the server rounds it up.
  if ('size' in pool && pool.stands) return poolInForce(pool.size, version, chunk ?? chunkOf(pool.size));
  const size = Math.floor(('size' in pool ? pool.size : pool.share * memory) + 1e-9);
  const step = stepOf(request, size, 1);
  return Math.max(leastAskedPool, Math.floor(size / step) * step);
}

/** MiB of which a pool must be a multiple, so that the server does not round it up. */
function stepOf({ version, chunk }: MariadbRequest, pool: number, least: number): number {
  if (!hasChunks(version)) return least;
  // A chunk larger than the pool is made as small as it.
  return chunk === undefined || chunk > pool ? Math.max(least, chunkOf(pool)) : chunk;
}

/** What a server makes of innodb_buffer_pool_size, in MiB: releases with chunks round it up to them. */
export function poolInForce(pool: number, version: string | undefined, chunk: number | undefined): number {
  if (!hasChunks(version) || pool <= 0) return pool;
  const series = seriesOf(version) ?? 0;
  const usual =
    series < 10_008 ? 128 * (series < 10_005 && pool >= 1024 ? 8 : 1) : Math.max(1, Math.floor(pool / 64));
  const step = Math.min(pool, chunk ?? usual);
  return Math.ceil(pool / step - 1e-9) * step;
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
    fullTextCache: fixed.fullTextCache ?? 0,
    tableOpenCache: fixed.tableOpenCache ?? tier.tableOpenCache,
    performanceSchema: fixed.performanceSchema ?? false,
    largeCollations: loadsLargeCollations(request.version),
    appliers: galera ? (fixed.appliers ?? appliersFor(request, tier)) : undefined,
    gcacheMemory: fixed.gcacheMemory ?? 0,
  };
}

/** From 11.6 on; a version that is not known counts as late. */
export function loadsLargeCollations(version: string | undefined): boolean {
  return (seriesOf(version) ?? 11_006) >= 11_006;
}

/** Cores when nobody says. */
export const usualCores = 2;

function appliersFor({ cores }: MariadbRequest, { start }: Tier): number {
  if (start < 1024) return 2;
  return Math.max(2, Math.min(64, Math.floor(4 * (cores ?? usualCores))));
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

/** Candidates of the request that was last looked at: the searches below ask for the same ones again and again. */
let latest: { readonly of: MariadbRequest; readonly candidates: Map<Sessions, Candidate> } | undefined;

function candidatesOf(request: MariadbRequest): Map<Sessions, Candidate> {
  const { of, candidates } = latest ?? {};
  if (
    of &&
    candidates &&
    of.fixed === request.fixed &&
    of.galera === request.galera &&
    of.version === request.version &&
    of.cores === request.cores
  )
    return candidates;
  const fresh = new Map<Sessions, Candidate>();
  latest = { of: request, candidates: fresh };
  return fresh;
}

function candidate(request: MariadbRequest, tier: Tier, sessions: Sessions = tier): Candidate {
  const candidates = candidatesOf(request);
  const found = candidates.get(sessions);
  if (found) return found;
  const parts = around(request, tier, sessions);
  const made = { tier, parts, beside: besidePool(parts), each: perConnection(parts) };
  candidates.set(sessions, made);
  return made;
}

/** Caps of sessions are multiples of a quarter of a mebibyte. */
const capStep = 4;
const capSteps = 16;

type Sessions = Pick<Tier, 'sessionCap' | 'packet'>;

/** Caps from the widest down to, and without, the narrowest, in even steps. */
function between(widest: Sessions, narrowest: Sessions): Sessions[] {
  const steps: Sessions[] = [];
  const at = (name: keyof Sessions, step: number): number => {
    const cap = widest[name] - ((widest[name] - narrowest[name]) * step) / capSteps;
    return Math.floor(cap * capStep) / capStep;
  };
  for (let step = 0; step < capSteps; step++) {
    steps.push({ sessionCap: at('sessionCap', step), packet: at('packet', step) });
  }
  return steps;
}

interface Width {
  readonly sessions: Sessions;
  /** Share of the memory that the pool keeps with sessions of this width. */
  readonly keeps: number;
}

const widthsOf = new WeakMap<Tier, readonly Width[]>();

/** The caps of sessions, from those of the tier down to the narrowest. */
function widths(tier: Tier): readonly Width[] {
  const known = widthsOf.get(tier);
  if (known) return known;
  const usual = {
    sessionCap: Math.min(tier.sessionCap, usualSessions.sessionCap),
    packet: Math.min(tier.packet, usualSessions.packet),
  };
  const isWide = tier.sessionCap > usual.sessionCap || tier.packet > usual.packet;
  const wide = isWide ? between(tier, usual) : [];
  const narrow = usual.packet > narrowestSessions.packet ? between(usual, narrowestSessions) : [];
  const found: Width[] = [
    ...wide.map((sessions) => ({ sessions, keeps: narrowBelow.wide })),
    ...narrow.map((sessions) => ({ sessions, keeps: narrowBelow.usual })),
    { sessions: { ...narrowestSessions }, keeps: 0 },
  ];
  widthsOf.set(tier, found);
  return found;
}

/** A pool with what is around it. */
interface Fit {
  readonly candidate: Candidate;
  /** MiB, not rounded. */
  readonly room: number;
}

/** Sessions as wide as leave a fair pool, in one tier. The room grows with the memory and shrinks with the connections. */
function fitIn(request: MariadbRequest, tier: Tier, memory: number, total: number): Fit {
  let ceiling = poolShare * memory;
  let last: Width | undefined;
  for (const width of widths(tier)) {
    // Where the pool is held at its share, the sessions take what narrower ones would leave.
    if (last && last.keeps === width.keeps) ceiling = Math.min(ceiling, width.keeps * memory);
    if (last && last.keeps > width.keeps) ceiling = Math.min(ceiling, last.keeps * memory);
    const one = candidate(request, tier, width.sessions);
    const room = poolRoom(memory, one.beside, total, one.each);
    if (room >= Math.max(leastPool, width.keeps * memory) || width.keeps === 0) {
      return { candidate: one, room: Math.min(room, ceiling) };
    }
    last = width;
  }
  throw new Error('the narrowest sessions always end the search');
}

/**
 * The pool beside a number of connections. Where a later tier begins sessions and caches take more; what they leave the pool
 * there it has before as well, so that no step goes down.
 */
function forConnections(request: MariadbRequest, connections: number): MariadbChoice | undefined {
  const { memory, fixed } = request;
  const total = connections + (fixed.extraConnections ?? 0);
  const fit = fitIn(request, tierAt(request, memory), memory, total);
  let { room } = fit;
  for (const later of laterTiers(request, memory)) {
    room = Math.min(room, fitIn(request, later, later.start, total).room);
  }
  return choice(request, fit.candidate, connections, room) ?? leastChoice(request, connections, total);
}

/** The least pool, with the sessions and caches of any tier up to here. */
function leastChoice(request: MariadbRequest, connections: number, total: number): MariadbChoice | undefined {
  const { memory } = request;
  for (const tier of tiersFor(request.workload).toReversed()) {
    if (tier.start > memory) continue;
    const { candidate, room } = fitIn(request, tier, memory, total);
    if (room >= leastPool) return choice(request, candidate, connections, leastPool);
  }
  return undefined;
}

/** A share of the memory goes to the connections, at what one can take. */
function forDefaultConnections(request: MariadbRequest): MariadbChoice | undefined {
  const { memory } = request;
  const here = candidate(request, tierAt(request, memory));
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
  const pool = wholePool(request, Math.min(room, poolShare * request.memory));
  if (pool < leastPool) return undefined;
  return { tier, memory: { ...parts, pool, connections } };
}

/** A pool that is asked for: as many connections beside it as usual, or as fit; narrower sessions before none. */
function withPool(request: MariadbRequest, pool: number): MariadbChoice | undefined {
  const { memory, fixed } = request;
  const asked = askedConnections(request);
  const extra = fixed.extraConnections ?? 0;
  // Before the rounding, so that a little more memory never makes what fitted too large.
  const exact = request.pool && 'share' in request.pool ? Math.max(pool, request.pool.share * memory) : pool;
  const tiers = tiersFor(request.workload).filter(({ start }) => start <= memory);
  for (const tier of tiers.toReversed()) {
    for (const { sessions } of widths(tier)) {
      const one = candidate(request, tier, sessions);
      const left =
        memory * (1 - mariadbReserve) - one.beside - exact * (1 + poolBookkeeping) - extra * one.each;
      const fit = Math.floor(left / one.each + 1e-9);
      if (fit < (asked ?? leastConnections)) continue;
      const connections = asked ?? Math.min(fit, defaultConnections(request, memory));
      return { tier, memory: { ...one.parts, pool, connections } };
    }
  }
  return undefined;
}

/** A pool the server takes as it is written: whole MiB, multiples of 16 MiB from 1 GiB on, of chunks where there are any. */
function wholePool(request: MariadbRequest, room: number): number {
  if (room < 1) return 0;
  const step = stepOf(request, room, room < 1024 ? 1 : 16);
  return Math.floor(room / step + 1e-9) * step;
}

/** Releases from which on a pool is one piece, by series; those of other series below 11.8 have chunks. Source: MDEV-29445. */
const inOnePiece: Readonly<Record<number, number>> = { 10011: 12, 11004: 6, 11008: 2 };

/**
 * True for releases that round a pool up to chunks. Without a size of theirs they are 128 MiB, from 10.8 on (MDEV-25342) about a
 * 64th of the pool. A series without a point release counts as its latest.
 */
export function hasChunks(version: string | undefined): boolean {
  const series = seriesOf(version);
  if (series === undefined) return false;
  const point = /^\d+\.\d+\.(\d+)/.exec(version ?? '')?.[1];
  const from = inOnePiece[series];
  if (from !== undefined) return point !== undefined && Number(point) < from;
  return series < 11_008;
}

/** Chunk of a pool in MiB, of which the pool is a multiple as it is rounded anyway, and has less than a thousand or so. */
export function chunkOf(pool: number): number {
  if (pool < 1024) return 1;
  return pool < 16_384 ? 16 : 128;
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
