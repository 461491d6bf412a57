import type { Decision } from './decide.js';
import { type Network, reachDirectly } from './groups.js';
import { clusterNamed } from './landscape.js';
import type { GroupProtocol, Landscape, Loss, Member, Outcome, SurvivalDatabase } from './model.js';
import type { Places, Standing } from './places.js';
import { groupProtocol } from './protocol.js';

/** Where each member is after a failure. */
export interface Fates {
  readonly left: readonly Member[];
  readonly serving: readonly Member[];
  readonly idle: readonly Member[];
  readonly lost: readonly Member[];
}

/** Any replica may be the primary. */
export function mayLosePrimary({ protocol }: SurvivalDatabase, { lost, idle }: Fates): boolean {
  const kind = groupProtocol(protocol).kind;
  if (kind !== 'raft' && kind !== 'operator') return false;
  const counts = ({ data, cluster }: Member): boolean =>
    data && (protocol.kind !== 'clusters' || cluster === protocol.primary);
  return lost.some(counts) || idle.some(counts);
}

const losing = ['safe', 'unsent-commits', 'copies-lost'] as const;

/** What is lost stays lost. */
export function worse(one: Outcome['data'], other: Outcome['data']): Outcome['data'] {
  return losing.indexOf(one) > losing.indexOf(other) ? one : other;
}

/** Whether a commit waits for a standby that votes. */
export function isSynchronous({ protocol }: SurvivalDatabase): boolean {
  return protocol.kind === 'raft' && protocol.synchronous > 0;
}

/** A primary that stops in order hands on what its group lacks, and does not wait for followers on other clusters. */
export function dataAfterLeaving({ protocol }: SurvivalDatabase, { left }: Fates): Outcome['data'] {
  if (protocol.kind !== 'clusters' || left.some(({ data, cluster }) => data && cluster === protocol.primary))
    return 'safe';
  return left.some(({ data }) => data) ? 'unsent-commits' : 'safe';
}

/**
 * What a crash costs.
 *
 * @param view positions of the members of the last primary component; undefined when it was all
 */
export function dataAfter(
  { protocol, members }: SurvivalDatabase,
  { writes }: Decision,
  fates: Fates,
  view: ReadonlySet<number> | undefined,
): Outcome['data'] {
  if (!fates.left.some(({ data }) => data)) return members.some(({ data }) => data) ? 'copies-lost' : 'safe';
  if (protocol.kind !== 'clusters') return dataOf(protocol, members, fates, writes, view);
  const own = (all: readonly Member[]): Member[] => all.filter(({ cluster }) => cluster === protocol.primary);
  const within = {
    left: own(fates.left),
    serving: own(fates.serving),
    idle: own(fates.idle),
    lost: own(fates.lost),
  };
  // What the primary's cluster had need not have come to its followers.
  if (!within.left.some(({ data }) => data)) return 'unsent-commits';
  return dataOf(protocol.within, own(members), within, writes, view);
}

function dataOf(
  protocol: GroupProtocol,
  members: readonly Member[],
  { left, serving, lost }: Fates,
  writes: boolean,
  view: ReadonlySet<number> | undefined,
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
export function staleReads({ protocol }: SurvivalDatabase, left: readonly Member[]): boolean {
  const holders = left.filter(({ data }) => data);
  if (holders.length === 0) return false;
  const kind = groupProtocol(protocol);
  if (protocol.kind === 'clusters' && holders.some(({ cluster }) => cluster !== protocol.primary))
    return true;
  if (kind.kind === 'galera') return kind.dirtyReads;
  if (kind.kind === 'raft') return kind.hotStandby;
  return true;
}

/** A hub on one node or in one zone goes with it; a larger one is taken to be highly available. */
export function controlPlaneAfter(
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
export function unmanagedAfter(
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
export function isRelayed(
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
