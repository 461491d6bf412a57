import {
  controlPlaneAfter,
  dataAfter,
  dataAfterLeaving,
  type Fates,
  isRelayed,
  isSynchronous,
  mayLosePrimary,
  staleReads,
  unmanagedAfter,
  worse,
} from './consequences.js';
import { type Decision, decide, standingAfter } from './decide.js';
import { type Cut, networkAfter } from './groups.js';
import {
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
  const relayed = decision.writes && isRelayed(database, places, decision, standing, network);
  // Whom the primary's messages do not reach calls an election, and who reaches all may win it.
  const deposed = relayed && database.protocol.kind === 'raft';
  const own =
    manner === 'leave' ? dataAfterLeaving(database, fates) : dataAfter(database, decision, fates, step.view);
  const unsent = deposed && manner !== 'leave' && !isSynchronous(database) ? 'unsent-commits' : 'safe';
  const data = worse(lostBefore, worse(own, unsent));
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
    failover: deposed || (decision.writes && isHit && mayLosePrimary(database, fates)),
    relayed,
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
