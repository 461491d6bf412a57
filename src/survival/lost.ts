import { clusterNamed } from './landscape.js';
import type { ClusterSite, Landscape, Loss, Member, SurvivalDatabase } from './model.js';

/**
 * Members that fail with these losses. Where the scheduler chooses nodes and zones, it is taken to have chosen the worst that the
 * constraints allow: more crashed votes never help, so the worst is the most and the heaviest.
 */
export function lostMembers(
  database: SurvivalDatabase,
  landscape: Landscape,
  losses: readonly Loss[],
): Set<Member> {
  const lost = new Set<Member>();
  if (!losses.some(takesMembers)) return lost;
  for (const [name, members] of membersByCluster(database)) {
    const cluster = clusterNamed(landscape, name);
    for (const member of lostOnCluster(database, cluster, members, losses)) lost.add(member);
  }
  return lost;
}

const byCluster = new WeakMap<SurvivalDatabase, ReadonlyMap<string, readonly Member[]>>();

/** The members of each cluster, heaviest first. */
export function membersByCluster(database: SurvivalDatabase): ReadonlyMap<string, readonly Member[]> {
  const known = byCluster.get(database);
  if (known) return known;
  const result = new Map<string, Member[]>();
  for (const member of database.members) {
    const present = result.get(member.cluster);
    if (present) present.push(member);
    else result.set(member.cluster, [member]);
  }
  for (const members of result.values()) members.sort(heaviestFirst);
  byCluster.set(database, result);
  return result;
}

function takesMembers({ kind }: Loss): boolean {
  return kind === 'node' || kind === 'zone' || kind === 'cluster' || kind === 'region';
}

/** Of equal votes the one with data goes first: it is the greater loss. */
function heaviestFirst(one: Member, other: Member): number {
  return other.weight - one.weight || Number(other.data) - Number(one.data);
}

function lostOnCluster(
  { spread }: SurvivalDatabase,
  cluster: ClusterSite,
  members: readonly Member[],
  losses: readonly Loss[],
): Iterable<Member> {
  const zones = new Set<string>();
  let nodes = 0;
  for (const loss of losses) {
    if (loss.kind === 'cluster' && loss.cluster === cluster.name) return members;
    if (loss.kind === 'region' && loss.region === cluster.region) return members;
    if (loss.kind === 'node' && loss.cluster === cluster.name) nodes += 1;
    if (loss.kind === 'zone') zones.add(loss.zone);
  }
  if (nodes > 0 && cluster.nodes !== undefined && nodes >= cluster.nodes) return members;
  if (nodes === 0 && zones.size === 0) return [];
  const site: Site = {
    spread,
    cluster,
    replicas: members.filter(({ data }) => data),
    arbitrators: members.filter(({ data }) => !data),
    zones: cluster.zones.filter(({ id }) => zones.has(id)),
  };
  const lost = new Set<Member>(site.replicas.slice(0, mostInZones(site, site.zones.length, true)));
  for (const arbitrator of site.arbitrators) {
    // One that is bound to no zone may be in any of those that fail.
    if (arbitrator.zone === undefined ? site.zones.length > 0 : zones.has(arbitrator.zone))
      lost.add(arbitrator);
  }
  if (nodes > 0) loseNodes(site, nodes, lost);
  return lost;
}

interface Site {
  readonly spread: SurvivalDatabase['spread'];
  readonly cluster: ClusterSite;
  /** Heaviest first. */
  readonly replicas: readonly Member[];
  readonly arbitrators: readonly Member[];
  /** Those that fail. */
  readonly zones: ClusterSite['zones'];
}

function loseNodes(site: Site, nodes: number, lost: Set<Member>): void {
  const { spread, cluster, replicas, arbitrators, zones } = site;
  // A node outside the zones of the replicas holds none of them.
  const [elsewhere, among] = parted(arbitrators, ({ zone }) => {
    return zone !== undefined && cluster.zones.length > 0 && !cluster.zones.some(({ id }) => id === zone);
  });
  const alone = [...elsewhere, ...(spread.arbitrator === 'apart' ? among : [])];
  if (spread.node === 'apart') {
    const rest = [...replicas, ...alone].filter((member) => !lost.has(member)).sort(heaviestFirst);
    for (const member of rest.slice(0, nodes)) lost.add(member);
  } else {
    // A node may hold all that its zone may.
    const reached = Math.min(Math.max(1, cluster.zones.length), zones.length + nodes);
    const most = replicas.slice(0, mostInZones(site, reached, false)).filter((member) => !lost.has(member));
    for (const member of most) lost.add(member);
    const left = most.length > 0 ? nodes - 1 : nodes;
    for (const member of alone.filter((each) => !lost.has(each)).slice(0, left)) lost.add(member);
  }
  if (spread.arbitrator === 'anywhere') for (const arbitrator of among) lost.add(arbitrator);
}

function parted<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

/** The most replicas that so many zones of a cluster can hold: any of them, or those that fail. */
function mostInZones(
  { spread, cluster, replicas: { length: replicas }, zones: failing }: Site,
  zones: number,
  areFailing: boolean,
): number {
  if (zones === 0) return 0;
  const all = Math.max(1, cluster.zones.length);
  if (zones >= all) return replicas;
  let most = replicas;
  if (spread.zone === 'one-each') most = Math.min(replicas, zones);
  if (spread.zone === 'even') most = zones * Math.floor(replicas / all) + Math.min(zones, replicas % all);
  if (spread.node !== 'apart' || !areFailing) return most;
  let places = 0;
  for (const { nodes } of failing) places += nodes ?? replicas;
  return Math.min(most, places);
}
