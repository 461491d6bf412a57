import { type Decision, decide, standingAfter } from './decide.js';
import { type Cut, type Network, networkAfter, reachDirectly } from './groups.js';
import { clusterNamed } from './landscape.js';
import {
  type GroupProtocol,
  type Landscape,
  type Loss,
  type Manner,
  type Member,
  type Outcome,
  type SurvivalDatabase,
  type Verdict,
  verdicts,
} from './model.js';
import {
  combinations,
  type Hit,
  impactOf,
  type Places,
  placesOf,
  type Standing,
  type Sums,
} from './places.js';

/** What is judged. */
export interface Failure {
  readonly losses: readonly Loss[];
  readonly manner: Manner;
}

/**
 * What becomes of a database when all of this happens at the same moment. Pure and exact: where the scheduler chose places, the worst
 * that the constraints allow. `leave` takes the most that may be hit, and a network that is parted as well is parted after it.
 */
export function judge(
  database: SurvivalDatabase,
  landscape: Landscape,
  { losses, manner }: Failure,
): Outcome {
  const places = placesOf(database, landscape);
  const { touches, cuts } = impactOf(database, places, losses);
  const step = { gone: nobody, view: undefined, lostBefore: 'safe', losses, manner, cuts } as const;
  return worstOf(
    combinations(touches).map((hits) => judgeStep(database, landscape, places, { ...step, hits })),
  );
}

const nobody: ReadonlySet<number> = new Set();

/** Whether writes stop when all of this crashes at the same moment: what `judge` says, without the rest of it. */
export function stopsWrites(
  database: SurvivalDatabase,
  landscape: Landscape,
  losses: readonly Loss[],
): boolean {
  const places = placesOf(database, landscape);
  const { touches, cuts } = impactOf(database, places, losses);
  for (const hits of combinations(touches)) {
    if (cuts.length === 0 && database.protocol.kind === 'galera') {
      if (stopsTogether(places.voting, hits)) return true;
      continue;
    }
    const left = standingAfter(places.full, hits);
    const network = networkAfter(places.numbers.size, cuts, left.counts);
    if (!decide(database, places, left, network, places.voting.weight).writes) return true;
  }
  return false;
}

/** The quick way for Galera while all that is left hears each other: no sums by cluster. */
function stopsTogether({ weight, data }: Sums, hits: readonly Hit[]): boolean {
  let votes = weight;
  let copies = data;
  for (const hit of hits) {
    votes -= hit.weight;
    copies -= hit.data;
  }
  return votes * 2 <= weight || copies === 0;
}

/**
 * What becomes of a database when one thing happens after the other, each when the members had agreed on who is left: one outcome
 * per step. Galera then counts only those, so the order can decide; a parted network stays parted, and nobody comes back. Where the
 * scheduler chose places, each step hits what it can hit most.
 */
export function judgeInOrder(
  database: SurvivalDatabase,
  landscape: Landscape,
  steps: readonly Failure[],
): Outcome[] {
  const places = placesOf(database, landscape);
  const positions = new Map(database.members.map((member, position) => [member, position]));
  const outcomes: Outcome[] = [];
  let gone = nobody;
  let view: ReadonlySet<number> | undefined;
  let losses: readonly Loss[] = [];
  let lostBefore: Outcome['data'] = 'safe';
  for (const { losses: own, manner } of steps) {
    losses = [...losses, ...own];
    const { touches, cuts } = impactOf(database, places, losses);
    const possible = touches.map((touch) => ({ ...touch, hits: withGone(touch.hits, gone) }));
    const step = { gone, view, lostBefore, losses, manner, cuts };
    const outcome = worstOf(
      combinations(possible).map((hits) => judgeStep(database, landscape, places, { ...step, hits })),
    );
    outcomes.push(outcome);
    const numbered = (members: readonly Member[]): Set<number> =>
      new Set(members.flatMap((member) => positions.get(member) ?? []));
    gone = numbered(outcome.lost);
    lostBefore = outcome.data;
    // Without a primary component the last one still counts.
    if (outcome.writes === 'continue') view = numbered(outcome.serving);
  }
  return outcomes;
}

/** Hits that go with what an earlier step took. */
function withGone(hits: readonly Hit[], gone: ReadonlySet<number>): readonly Hit[] {
  if (hits.length < 2) return hits;
  const possible = new Set(hits.flatMap(({ members }) => members));
  const before = [...gone].filter((member) => possible.has(member));
  const fitting = hits.filter(({ members }) => before.every((member) => members.includes(member)));
  return fitting.length > 0 ? fitting : hits;
}

function worstOf(outcomes: readonly Outcome[]): Outcome {
  let [worst] = outcomes;
  if (!worst) throw new Error('nothing was judged');
  for (const outcome of outcomes) if (badness(outcome) > badness(worst)) worst = outcome;
  return worst;
}

function badness({ verdict, writes }: Outcome): number {
  return verdicts.indexOf(verdict) * 2 + (writes === 'stop' ? 1 : 0);
}

/** A step of a failure. */
interface Step {
  /** What is lost by now. */
  readonly hits: readonly Hit[];
  /** Members that an earlier step took. */
  readonly gone: ReadonlySet<number>;
  /** Members of the last primary component; undefined when it was all. */
  readonly view: ReadonlySet<number> | undefined;
  /** What earlier steps cost. */
  readonly lostBefore: Outcome['data'];
  readonly losses: readonly Loss[];
  readonly manner: Manner;
  readonly cuts: readonly Cut[];
}

/** Where each member is, after a step. */
interface Fates {
  readonly left: readonly Member[];
  readonly serving: readonly Member[];
  readonly idle: readonly Member[];
  readonly lost: readonly Member[];
}

function judgeStep(database: SurvivalDatabase, landscape: Landscape, places: Places, step: Step): Outcome {
  const { cuts, losses, manner, lostBefore } = step;
  const isLost = new Uint8Array(database.members.length);
  for (const { members } of step.hits) for (const member of members) isLost[member] = 1;
  for (const member of step.gone) isLost[member] = 1;
  const { left: standing, total } = standingOf(database, places, step, isLost);
  const network = networkAfter(places.numbers.size, cuts, standing.counts);
  const decision = decide(database, places, standing, network, total);
  const fates = fatesOf(database, places, decision, isLost);
  const controlPlane = controlPlaneAfter(database, landscape, losses);
  const data = worse(lostBefore, manner === 'leave' ? 'safe' : dataAfter(database, decision, fates, step));
  const writes = decision.writes ? 'continue' : 'stop';
  const reads = decision.writes ? 'continue' : staleReads(database, fates.left) ? 'stale' : 'stop';
  const isHit = fates.lost.length > 0 || fates.idle.length > 0;
  return {
    verdict: verdictOf({ writes, reads, data, controlPlane }),
    reason: decision.reason === 'majority' && !isHit ? 'untouched' : decision.reason,
    writes,
    reads,
    data,
    controlPlane,
    votes: decision.votes,
    serving: fates.serving,
    idle: fates.idle,
    lost: fates.lost,
    failover: decision.writes && isHit && mayLosePrimary(database, fates),
    relayed: decision.writes && isRelayed(database, places, decision, standing, network),
    unmanaged: unmanagedAfter(database, landscape, places, standing, network, controlPlane),
  };
}

/** What is left, and of how many votes of the last primary component. */
function standingOf(
  { members }: SurvivalDatabase,
  places: Places,
  { hits, gone, view, manner }: Step,
  isLost: Uint8Array,
): { left: Standing; total: number } {
  const { primary, voting, full, placeOf } = places;
  const votes = (place: number): boolean => primary === undefined || place === primary;
  if (gone.size === 0 && view === undefined) {
    let leaving = 0;
    if (manner === 'leave') for (const { place, weight } of hits) leaving += votes(place) ? weight : 0;
    return { left: standingAfter(full, hits), total: voting.weight - leaving };
  }
  const weights = places.places.map(() => 0);
  const counts = places.places.map(() => 0);
  const data = places.places.map(() => 0);
  let total = 0;
  for (const [position, member] of members.entries()) {
    const place = placeOf[position] ?? 0;
    const counted = view === undefined || view.has(position);
    const isLeaving = manner === 'leave' && isLost[position] === 1 && !gone.has(position);
    if (counted && votes(place) && !isLeaving) total += member.weight;
    if (isLost[position] === 1) continue;
    counts[place] = (counts[place] ?? 0) + 1;
    if (counted) weights[place] = (weights[place] ?? 0) + member.weight;
    if (member.data) data[place] = (data[place] ?? 0) + 1;
  }
  return { left: { weights, counts, data }, total };
}

function fatesOf(
  { members }: SurvivalDatabase,
  { placeOf }: Places,
  { serves }: Decision,
  isLost: Uint8Array,
): Fates {
  const left: Member[] = [];
  const serving: Member[] = [];
  const idle: Member[] = [];
  const lost: Member[] = [];
  for (const [position, member] of members.entries()) {
    if (isLost[position] === 1) {
      lost.push(member);
      continue;
    }
    left.push(member);
    (serves?.(placeOf[position] ?? 0) ? serving : idle).push(member);
  }
  return { left, serving, idle, lost };
}

/** Any replica may be the primary. */
function mayLosePrimary({ protocol }: SurvivalDatabase, { lost, idle }: Fates): boolean {
  const kind = protocol.kind === 'clusters' ? protocol.within.kind : protocol.kind;
  if (kind !== 'raft' && kind !== 'operator') return false;
  const counts = ({ data, cluster }: Member): boolean =>
    data && (protocol.kind !== 'clusters' || cluster === protocol.primary);
  return lost.some(counts) || idle.some(counts);
}

const losing = ['safe', 'unsent-commits', 'copies-lost'] as const;

/** What is lost stays lost. */
function worse(one: Outcome['data'], other: Outcome['data']): Outcome['data'] {
  return losing.indexOf(one) > losing.indexOf(other) ? one : other;
}

/** What a crash costs. */
function dataAfter(
  { protocol, members }: SurvivalDatabase,
  { writes }: Decision,
  fates: Fates,
  step: Step,
): Outcome['data'] {
  if (!fates.left.some(({ data }) => data)) return members.some(({ data }) => data) ? 'copies-lost' : 'safe';
  if (protocol.kind !== 'clusters') return dataOf(protocol, members, fates, writes, step);
  const own = (all: readonly Member[]): Member[] => all.filter(({ cluster }) => cluster === protocol.primary);
  const within = {
    left: own(fates.left),
    serving: own(fates.serving),
    idle: own(fates.idle),
    lost: own(fates.lost),
  };
  // What the primary's cluster had need not have come to its followers.
  if (!within.left.some(({ data }) => data)) return 'unsent-commits';
  return dataOf(protocol.within, own(members), within, writes, step);
}

function dataOf(
  protocol: GroupProtocol,
  members: readonly Member[],
  { left, serving, lost }: Fates,
  writes: boolean,
  { view }: Step,
): Outcome['data'] {
  switch (protocol.kind) {
    case 'alone':
      return 'safe';
    case 'galera': {
      // Those who were not in the last primary component lack what it answered.
      const current = view === undefined ? left : left.filter((member) => view.has(members.indexOf(member)));
      return current.some(({ data }) => data) ? 'safe' : 'unsent-commits';
    }
    default: {
      // An answered commit is on the primary and on the standbys that it waits for. While nobody takes over, only a crash loses it.
      const copies = 1 + (protocol.kind === 'raft' ? protocol.synchronous : protocol.semiSynchronous ? 1 : 0);
      const holders = members.filter(({ data }) => data).length;
      const kept = (writes ? serving : left).filter(({ data }) => data).length;
      return holders - kept >= copies && (writes || lost.length > 0) ? 'unsent-commits' : 'safe';
    }
  }
}

/** Replicas without a majority refuse queries in Galera, unless dirty reads are allowed; standbys go on answering. */
function staleReads({ protocol }: SurvivalDatabase, left: readonly Member[]): boolean {
  const holders = left.filter(({ data }) => data);
  if (holders.length === 0) return false;
  const kind = protocol.kind === 'clusters' ? protocol.within : protocol;
  if (protocol.kind === 'clusters' && holders.some(({ cluster }) => cluster !== protocol.primary))
    return true;
  if (kind.kind === 'galera') return kind.dirtyReads;
  if (kind.kind === 'raft') return kind.hotStandby;
  return true;
}

/** A hub on one node or in one zone goes with it; a larger one is taken to be highly available. */
function controlPlaneAfter(
  { onHub }: SurvivalDatabase,
  landscape: Landscape,
  losses: readonly Loss[],
): Outcome['controlPlane'] {
  if (!onHub || landscape.hub === undefined) return 'none';
  const hub = clusterNamed(landscape, landscape.hub);
  let nodes = 0;
  const zones = new Set<string>();
  for (const loss of losses) {
    if (loss.kind === 'hub') return 'lost';
    if (loss.kind === 'cluster' && loss.cluster === hub.name) return 'lost';
    if (loss.kind === 'region' && loss.region === hub.region) return 'lost';
    if (loss.kind === 'node' && loss.cluster === hub.name) nodes += 1;
    if (loss.kind === 'zone' && hub.zones.some(({ id }) => id === loss.zone)) zones.add(loss.zone);
  }
  if (nodes === 0 && zones.size === 0) return 'kept';
  if (hub.nodes !== undefined && nodes >= hub.nodes) return 'lost';
  const rest = hub.zones.filter(({ id }) => !zones.has(id));
  if (hub.zones.length > 0 && rest.length === 0) return 'lost';
  const restOfNodes = rest.reduce((sum, zone) => sum + (zone.nodes ?? Number.POSITIVE_INFINITY), 0);
  return hub.zones.length > 0 && nodes >= restOfNodes ? 'lost' : 'kept';
}

/** In the order of the database's members. */
function unmanagedAfter(
  { onHub }: SurvivalDatabase,
  { hub }: Landscape,
  { places, numbers }: Places,
  { counts }: Standing,
  network: Network | undefined,
  controlPlane: Outcome['controlPlane'],
): string[] {
  if (!onHub || hub === undefined || (controlPlane !== 'lost' && !network)) return [];
  const number = numbers.get(hub) ?? -1;
  const isCutOff = (place: number): boolean =>
    controlPlane === 'lost' || !reachDirectly(network, number, place);
  return places
    .filter((place) => (counts[place.number] ?? 0) > 0 && isCutOff(place.number))
    .map(({ site }) => site.name);
}

/** Followers of a primary cluster need reach nobody else. */
function isRelayed(
  { protocol }: SurvivalDatabase,
  { places }: Places,
  { serves }: Decision,
  { counts }: Standing,
  network: Network | undefined,
): boolean {
  if (!network || !serves || protocol.kind === 'clusters') return false;
  const present = places.filter(({ number }) => (counts[number] ?? 0) > 0 && serves(number));
  return present.some(({ number: one }, index) =>
    present.slice(index + 1).some(({ number: other }) => !reachDirectly(network, one, other)),
  );
}

function verdictOf({
  writes,
  reads,
  data,
  controlPlane,
}: Pick<Outcome, 'writes' | 'reads' | 'data' | 'controlPlane'>): Verdict {
  if (data !== 'safe') return 'data-at-risk';
  if (writes === 'stop') return reads === 'stop' ? 'blocked' : 'reads-only';
  return controlPlane === 'lost' ? 'control-plane-lost' : 'writes-go-on';
}
