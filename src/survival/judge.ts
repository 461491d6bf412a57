import { type Reach, reachAfter } from './groups.js';
import { clusterNamed } from './landscape.js';
import { lostMembers } from './lost.js';
import type {
  GroupProtocol,
  Landscape,
  Loss,
  Manner,
  Member,
  Outcome,
  Reason,
  SurvivalDatabase,
  Verdict,
} from './model.js';

/** What is judged. */
export interface Failure {
  readonly losses: readonly Loss[];
  readonly manner: Manner;
}

/** What becomes of a database when all of this happens at the same moment. Pure and exact. */
export function judge(
  database: SurvivalDatabase,
  landscape: Landscape,
  { losses, manner }: Failure,
): Outcome {
  return judgeStep(database, landscape, {
    lost: lostMembers(database, landscape, losses),
    gone: new Set(),
    view: new Set(database.members),
    losses,
    manner,
  });
}

/**
 * What becomes of a database when one thing happens after the other, each when the members had agreed on who is left: one outcome
 * per step. Galera then counts only those, so the order can decide; a parted network stays parted. Where the scheduler chose
 * places, each step hits what it can hit most.
 */
export function judgeInOrder(
  database: SurvivalDatabase,
  landscape: Landscape,
  steps: readonly Failure[],
): Outcome[] {
  const outcomes: Outcome[] = [];
  const gone = new Set<Member>();
  let view: ReadonlySet<Member> = new Set(database.members);
  let losses: readonly Loss[] = [];
  for (const { losses: own, manner } of steps) {
    losses = [...losses, ...own];
    const lost = lostMembers(database, landscape, losses);
    for (const member of gone) lost.delete(member);
    const outcome = judgeStep(database, landscape, { lost, gone: new Set(gone), view, losses, manner });
    outcomes.push(outcome);
    for (const member of lost) gone.add(member);
    // Without a primary component the last one still counts.
    if (outcome.writes === 'continue') view = new Set(outcome.serving);
  }
  return outcomes;
}

/** A step of a failure. */
interface Step {
  /** Members that this step takes. */
  readonly lost: ReadonlySet<Member>;
  /** Members that an earlier step took. */
  readonly gone: ReadonlySet<Member>;
  /** Members of the last primary component. */
  readonly view: ReadonlySet<Member>;
  /** What parts the network and takes the control plane. */
  readonly losses: readonly Loss[];
  readonly manner: Manner;
}

function judgeStep(database: SurvivalDatabase, landscape: Landscape, step: Step): Outcome {
  const left = database.members.filter((member) => !step.lost.has(member) && !step.gone.has(member));
  // Only members that run pass messages on.
  const reach = reachAfter([...new Set(left.map(({ cluster }) => cluster))], step.losses);
  const group = groupOutcome(database, left, reach, step);
  const away = database.members.filter((member) => step.lost.has(member) || step.gone.has(member));
  const controlPlane = controlPlaneAfter(database, landscape, step.losses);
  const serving = new Set(group.serving);
  const idle = left.filter((member) => !serving.has(member));
  const data = dataAfter(database, group, left, step);
  const reads = group.writes ? 'continue' : staleReads(database, left) ? 'stale' : 'stop';
  const outcome = {
    reason:
      group.reason === 'majority' && away.length === 0 && idle.length === 0 ? 'untouched' : group.reason,
    writes: group.writes ? 'continue' : 'stop',
    reads,
    data,
    controlPlane,
    votes: group.votes,
    serving: group.serving,
    idle,
    lost: away,
    failover: group.writes && mayLosePrimary(database, away, idle),
    relayed: group.writes && isRelayed(group.serving, reach),
    unmanaged: unmanagedAfter(database, landscape, left, reach, controlPlane),
  } as const;
  return { ...outcome, verdict: verdictOf(outcome) };
}

interface GroupOutcome {
  readonly writes: boolean;
  readonly reason: Reason;
  readonly votes: Outcome['votes'];
  readonly serving: readonly Member[];
}

function groupOutcome(
  database: SurvivalDatabase,
  left: readonly Member[],
  reach: Reach,
  step: Step,
): GroupOutcome {
  const { protocol } = database;
  if (protocol.kind !== 'clusters') return within(protocol, database.members, left, reach, step);
  const isPrimary = ({ cluster }: Member): boolean => cluster === protocol.primary;
  const own = within(
    protocol.within,
    database.members.filter(isPrimary),
    left.filter(isPrimary),
    reach,
    step,
  );
  if (own.writes) {
    const followers = left.filter(
      (member) => !isPrimary(member) && reach.directly(member.cluster, protocol.primary),
    );
    return { ...own, serving: [...own.serving, ...followers] };
  }
  return { ...own, reason: left.some(({ data }) => data) ? 'manual-failover' : own.reason };
}

function within(
  protocol: GroupProtocol,
  members: readonly Member[],
  left: readonly Member[],
  reach: Reach,
  step: Step,
): GroupOutcome {
  switch (protocol.kind) {
    case 'galera':
      return galera(members, left, reach, step);
    case 'raft':
      return raft(protocol.synchronous, members, left, reach);
    case 'operator':
    case 'alone': {
      const writes = left.length > 0;
      const reason = !writes ? 'none-left' : protocol.kind === 'operator' ? 'promoted' : 'majority';
      return {
        writes,
        reason: left.length === members.length ? 'majority' : reason,
        votes: { left: 0, needed: 0, total: 0 },
        serving: left,
      };
    }
  }
}

function sumOfWeights(members: Iterable<Member>): number {
  let sum = 0;
  for (const { weight } of members) sum += weight;
  return sum;
}

/**
 * Twice the weight that is left, and the weight that left in order, must exceed the weight of the last primary component.
 * Source: codership/galera gcomm/src/pc_proto.cpp have_quorum(). Members pass messages on once and no further: where two of them
 * have no third that reaches both, views form and break without end (`npm run test:servers -- quorum`).
 */
function galera(members: readonly Member[], left: readonly Member[], reach: Reach, step: Step): GroupOutcome {
  const counted = (member: Member): boolean => step.view.has(member);
  const total = sumOfWeights(members.filter(counted));
  const leaving =
    step.manner === 'leave'
      ? sumOfWeights(members.filter((member) => counted(member) && step.lost.has(member)))
      : 0;
  const needed = Math.floor((total - leaving) / 2) + 1;
  let best: readonly Member[] = [];
  let common = true;
  let most = -1;
  for (const group of reach.groups) {
    const connected =
      reach.groups.length === 1 ? left : left.filter(({ cluster }) => group.includes(cluster));
    const weight = sumOfWeights(connected.filter(counted));
    if (connected.length === 0 || weight <= most) continue;
    best = connected;
    common = reach.inOneStep(group);
    most = weight;
  }
  const votes = { left: Math.max(0, most), needed, total: total - leaving };
  if (best.length === 0) return { writes: false, reason: 'none-left', votes, serving: [] };
  if (votes.left >= needed) {
    if (!common) return { writes: false, reason: 'no-common-view', votes, serving: [] };
    const holds = best.some(({ data }) => data);
    return { writes: holds, reason: holds ? 'majority' : 'no-data-left', votes, serving: holds ? best : [] };
  }
  return {
    writes: false,
    reason: votes.left * 2 === total - leaving ? 'tie' : 'minority',
    votes,
    serving: [],
  };
}

/** Raft counts all members, whether they left in order or not, and hears only those that it reaches itself. */
function raft(
  synchronous: number,
  members: readonly Member[],
  left: readonly Member[],
  reach: Reach,
): GroupOutcome {
  const total = members.length;
  const needed = Math.floor(total / 2) + 1;
  let heard: readonly Member[] = [];
  let connected = 0;
  for (const group of reach.groups) {
    const present = left.filter(({ cluster }) => group.includes(cluster));
    connected = Math.max(connected, present.length);
    for (const leader of group) {
      if (!present.some(({ cluster, data }) => data && cluster === leader)) continue;
      const followers = present.filter(({ cluster }) => reach.directly(leader, cluster));
      if (followers.length > heard.length) heard = followers;
    }
  }
  const votes = { left: Math.max(heard.length, connected), needed, total };
  if (left.length === 0) return { writes: false, reason: 'none-left', votes, serving: [] };
  if (heard.length < needed) {
    if (connected >= needed)
      return {
        writes: false,
        reason: left.some(({ data }) => data) ? 'no-common-view' : 'no-data-left',
        votes,
        serving: [],
      };
    return { writes: false, reason: connected * 2 === total ? 'tie' : 'minority', votes, serving: [] };
  }
  const standbys = heard.filter(({ data }) => data).length - 1;
  if (standbys < synchronous) return { writes: false, reason: 'standbys-missing', votes, serving: [] };
  return { writes: true, reason: 'majority', votes: { ...votes, left: heard.length }, serving: heard };
}

/** Any replica may be the primary. */
function mayLosePrimary(
  { protocol }: SurvivalDatabase,
  lost: readonly Member[],
  idle: readonly Member[],
): boolean {
  const kind = protocol.kind === 'clusters' ? protocol.within.kind : protocol.kind;
  if (kind !== 'raft' && kind !== 'operator') return false;
  const counts = ({ data, cluster }: Member): boolean =>
    data && (protocol.kind !== 'clusters' || cluster === protocol.primary);
  return lost.some(counts) || idle.some(counts);
}

function dataAfter(
  database: SurvivalDatabase,
  group: GroupOutcome,
  left: readonly Member[],
  { manner }: Step,
): Outcome['data'] {
  if (!left.some(({ data }) => data)) return manner === 'leave' ? 'safe' : 'copies-lost';
  if (manner === 'leave') return 'safe';
  const { protocol } = database;
  if (protocol.kind === 'clusters') {
    // What the primary's cluster still has need not come from its followers.
    const own = left.some(({ data, cluster }) => data && cluster === protocol.primary);
    if (!own) return 'unsent-commits';
    return replicated(protocol.within, database, left, group);
  }
  return replicated(protocol, database, left, group);
}

function replicated(
  protocol: GroupProtocol,
  { members }: SurvivalDatabase,
  left: readonly Member[],
  { writes, serving }: GroupOutcome,
): Outcome['data'] {
  if (protocol.kind === 'galera' || protocol.kind === 'alone') return 'safe';
  const asynchronous = protocol.kind === 'raft' ? protocol.synchronous === 0 : !protocol.semiSynchronous;
  if (!asynchronous) return 'safe';
  // Whoever takes over may lack what the primary had answered; while nobody does, nothing is lost yet.
  const holders = members.filter(({ data }) => data).length;
  const kept = (writes ? serving : left).filter(({ data }) => data).length;
  return kept < holders && (writes || left.length < members.length) ? 'unsent-commits' : 'safe';
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
  let zones = 0;
  for (const loss of losses) {
    if (loss.kind === 'hub') return 'lost';
    if (loss.kind === 'cluster' && loss.cluster === hub.name) return 'lost';
    if (loss.kind === 'region' && loss.region === hub.region) return 'lost';
    if (loss.kind === 'node' && loss.cluster === hub.name) nodes += 1;
    if (loss.kind === 'zone' && hub.zones.some(({ id }) => id === loss.zone)) zones += 1;
  }
  if (hub.nodes !== undefined && nodes >= hub.nodes) return 'lost';
  return zones > 0 && zones >= hub.zones.length ? 'lost' : 'kept';
}

function unmanagedAfter(
  { onHub }: SurvivalDatabase,
  { hub }: Landscape,
  left: readonly Member[],
  reach: Reach,
  controlPlane: Outcome['controlPlane'],
): string[] {
  if (!onHub || hub === undefined) return [];
  const clusters = [...new Set(left.map(({ cluster }) => cluster))];
  return controlPlane === 'lost' ? clusters : clusters.filter((cluster) => !reach.directly(hub, cluster));
}

function isRelayed(serving: readonly Member[], { directly }: Reach): boolean {
  const clusters = [...new Set(serving.map(({ cluster }) => cluster))];
  return clusters.some((one, index) => clusters.slice(index + 1).some((other) => !directly(one, other)));
}

function verdictOf({ writes, reads, data, controlPlane }: Omit<Outcome, 'verdict'>): Verdict {
  if (data !== 'safe') return 'data-at-risk';
  if (writes === 'stop') return reads === 'stop' ? 'blocked' : 'reads-only';
  return controlPlane === 'lost' ? 'control-plane-lost' : 'writes-go-on';
}
