import { type Goal, meets } from './goal.js';
import { clusterNamed, zoneId } from './landscape.js';
import type { LayoutRequest } from './layouts-types.js';
import { membersByCluster, shunnedZone } from './lost.js';
import type { ClusterSite, GroupProtocol, Landscape, Member, Spread, SurvivalDatabase } from './model.js';
import { groupProtocol } from './protocol.js';

/** A change beside the placement. */
export interface Settings {
  readonly spread?: 'node' | 'zone';
  readonly arbitrator?: { readonly change: 'add' | 'move'; readonly zones: readonly string[] };
}

/** How many settings change. */
export function settingsChanged({ spread, arbitrator }: Settings): number {
  return (spread === undefined ? 0 : 1) + (arbitrator === undefined ? 0 : 1);
}

/** What the search for layouts of one database knows. */
export interface Site {
  readonly request: LayoutRequest;
  /** The group that takes writes; the whole database where there is one group. */
  readonly group: readonly Member[];
  /** Cluster of each ordinal of the group. */
  readonly present: readonly string[];
  /** Clusters of the group, in the order of the placement. */
  readonly own: readonly string[];
  readonly protocol: SurvivalDatabase['protocol'];
  /** True when replicas have votes. */
  readonly votes: boolean;
  /** Whether layouts work that were looked at. */
  readonly known: Map<string, boolean>;
  readonly alike: Map<string, string>;
}

export function siteOf(request: LayoutRequest): Site {
  const { database } = request;
  const { protocol } = database;
  const several = request.several ?? severalOf(database);
  const within = groupProtocol(protocol);
  const agreed = within.kind === 'alone' ? several : within;
  const group =
    protocol.kind === 'clusters'
      ? database.members.filter(({ cluster }) => cluster === protocol.primary)
      : database.members;
  const replicas = group
    .filter(({ data }) => data)
    .sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
  const present = replicas.map(({ cluster }) => cluster);
  const order = request.order ?? [];
  const own = [...new Set([...order.filter((name) => present.includes(name)), ...present])];
  const site = {
    request,
    group,
    present,
    own,
    protocol: protocol.kind === 'clusters' ? { ...protocol, within: agreed } : agreed,
    votes: agreed.kind === 'galera' || agreed.kind === 'raft',
    alike: new Map(),
  };
  return { ...site, known: knownOf(site) };
}

/** The same with another goal. */
export function withGoal(site: Site, goal: Goal): Site {
  const other = { ...site, request: { ...site.request, goal } };
  return { ...other, known: knownOf(other) };
}

const knownByLandscape = new WeakMap<Landscape, Map<string, Map<string, boolean>>>();

/** What is known of databases that differ only in where their replicas are, as most of a file do. */
function knownOf({ request, group, protocol }: Pick<Site, 'request' | 'group' | 'protocol'>): Site['known'] {
  const { goal, database, provider, landscape } = request;
  let all = knownByLandscape.get(landscape);
  if (!all) {
    all = new Map();
    knownByLandscape.set(landscape, all);
  }
  const weight = group.find(({ data }) => data)?.weight;
  const others = database.members.filter((member) => !member.data || !group.includes(member));
  const key = JSON.stringify([
    goal,
    protocol,
    database.spread,
    provider.sites,
    weight,
    others.map(({ cluster, zone, weight: votes, data }) => [cluster, zone, votes, data]),
  ]);
  const known = all.get(key) ?? new Map<string, boolean>();
  all.set(key, known);
  return known;
}

function severalOf({ engine }: SurvivalDatabase): GroupProtocol {
  return engine === 'mariadb'
    ? { kind: 'galera', dirtyReads: false }
    : { kind: 'raft', synchronous: 0, hotStandby: true };
}

/** The settings that are worth a try, none first. */
export function settingsOf(site: Site): Settings[] {
  const { spread } = site.request.database;
  const result: Settings[] = [{}];
  if (spread.node !== 'apart') result.push({ spread: 'node' });
  if (spread.zone === 'anywhere' && hasZones(site)) result.push({ spread: 'zone' });
  const arbitrator = arbitratorChange(site);
  if (!arbitrator) return result;
  return [...result, ...result.map((each) => ({ ...each, arbitrator }))];
}

function hasZones({ own, request }: Site): boolean {
  const names = [...own, ...request.candidates];
  return names.some((name) => clusterNamed(request.landscape, name).zones.length > 1);
}

/** A vote in a zone of its own helps only against the loss of zones, and nobody but Galera has one. */
function arbitratorChange({ request, group, own, protocol }: Site): Settings['arbitrator'] {
  const { provider, landscape, goal } = request;
  const [cluster] = own;
  if (!provider.arbitrator || protocol.kind !== 'galera' || goal !== 'zone' || cluster === undefined)
    return undefined;
  const zones = clusterNamed(landscape, cluster).zones;
  if (zones.length !== 2) return undefined;
  const arbitrator = group.find(({ data }) => !data);
  if (!arbitrator) return { change: 'add', zones: [] };
  const elsewhere = arbitrator.zone !== undefined && !zones.some(({ id }) => id === arbitrator.zone);
  return elsewhere ? undefined : { change: 'move', zones: [] };
}

/** Votes beside those of replicas. */
export function arbitratorVotes({ group }: Site, { arbitrator }: Settings): number {
  return group.filter(({ data }) => !data).length + (arbitrator?.change === 'add' ? 1 : 0);
}

/** The most replicas that one cluster can hold, as far as that is plain from the goal: the others need a majority. */
export function mostOnOne(site: Site, replicas: number, settings: Settings): number {
  const { goal } = site.request;
  if (!site.votes || (goal !== 'cluster' && goal !== 'cluster+1')) return replicas;
  const spare = Math.floor((replicas + arbitratorVotes(site, settings) - 1) / 2);
  return goal === 'cluster' ? spare : spare - 1;
}

/** The database with its replicas on these clusters, by ordinal. */
export function placed(site: Site, clusters: readonly string[], settings: Settings): SurvivalDatabase {
  const { request, group } = site;
  const { database } = request;
  const first = group.find(({ data }) => data);
  const stem = first?.name.replace(/-\d+$/, '') ?? database.name;
  const weight = first?.weight ?? 1;
  const members = clusters.map(
    (cluster, ordinal): Member => ({
      name: `${stem}-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight,
      data: true,
    }),
  );
  const others = database.members.filter((member) => !group.includes(member));
  return {
    ...database,
    protocol: site.protocol,
    members: [...members, ...arbitrators(site, settings), ...others],
    spread: spreadAfter(database.spread, request.provider, settings),
  };
}

function arbitrators({ group, own, request }: Site, { arbitrator }: Settings): Member[] {
  const present = group.filter(({ data }) => !data);
  if (!arbitrator) return present;
  const [cluster = ''] = own;
  const zone = zoneId(clusterNamed(request.landscape, cluster), 'a third zone');
  if (arbitrator.change === 'move') return present.map((member) => ({ ...member, zone }));
  const name = `${request.database.name}-arbitrator`;
  return [{ name, ordinal: undefined, cluster, zone, weight: 1, data: false }];
}

function spreadAfter(present: Spread, provider: LayoutRequest['provider'], { spread }: Settings): Spread {
  // A provider with arbitrators keeps them apart as it keeps replicas.
  if (spread === 'node')
    return { ...present, node: 'apart', arbitrator: provider.arbitrator ? 'apart' : present.arbitrator };
  if (spread === 'zone') return { ...present, zone: provider.sites === 'many' ? 'one-each' : 'even' };
  return present;
}

/** Numbers of replicas by cluster. */
export interface Tally {
  readonly clusters: readonly string[];
  readonly counts: readonly number[];
}

/** How many of an order each of these clusters has. */
export function tallied(clusters: readonly string[], order: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const cluster of order) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return { clusters, counts: clusters.map((name) => counts.get(name) ?? 0) };
}

/** Whether so many replicas on these clusters find nodes and zones, and meet the goal. Clusters that are alike are looked at once. */
export function works(site: Site, tally: Tally, settings: Settings): boolean {
  const parts: string[] = [];
  for (const [index, count] of tally.counts.entries())
    if (count > 0) parts.push(`${count}${likeness(site, tally.clusters[index] ?? '')}`);
  const key = `${parts.sort().join(' ')} ${settings.spread ?? ''} ${settings.arbitrator?.change ?? ''}`;
  const known = site.known.get(key);
  if (known !== undefined) return known;
  const { goal, landscape } = site.request;
  const order = tally.clusters.flatMap((name, index) =>
    Array.from({ length: tally.counts[index] ?? 0 }, () => name),
  );
  const database = placed(site, order, settings);
  const result = fits(database, landscape) && meets(goal, database, landscape);
  site.known.set(key, result);
  return result;
}

/** The same for clusters that stand and fall alike: zones set a cluster apart, as another may share them. */
function likeness({ request, alike }: Site, name: string): string {
  const known = alike.get(name);
  if (known !== undefined) return known;
  const { nodes, zones } = clusterNamed(request.landscape, name);
  const result = zones.length > 0 ? `/${name}` : `:${nodes ?? ''}`;
  alike.set(name, result);
  return result;
}

/** Whether no replica has to wait for a node or a zone that is not there, as far as the file says what is. */
export function fits(database: SurvivalDatabase, landscape: Landscape): boolean {
  const { spread } = database;
  for (const [name, count] of replicasByCluster(database)) {
    const site = clusterNamed(landscape, name);
    const { nodes } = site;
    if (nodes === 0) return false;
    const votes = (membersByCluster(database).get(name) ?? []).filter(({ data }) => !data);
    const needed =
      count + (spread.arbitrator === 'apart' ? votes.filter((vote) => isCounted(vote, site)).length : 0);
    if (spread.node === 'apart' && nodes !== undefined && needed > nodes) return false;
    const ids = site.zones.map(({ id }) => id);
    const shunned = new Set(votes.map(({ zone }) => shunnedZone(ids, zone)));
    const zones = site.zones.filter(({ id }) => !shunned.has(id));
    if (zones.length === 0) continue;
    if (spread.zone === 'one-each' && count > zones.length) return false;
    if (spread.zone !== 'even' || spread.node !== 'apart') continue;
    const least = Math.floor(count / zones.length);
    const roomier = zones.filter((zone) => zone.nodes === undefined || zone.nodes > least).length;
    if (zones.some((zone) => zone.nodes !== undefined && zone.nodes < least)) return false;
    if (roomier < count % zones.length) return false;
  }
  return true;
}

/** Number of replicas of each cluster. */
export function replicasByCluster({ members }: SurvivalDatabase): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cluster, data } of members) if (data) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return counts;
}

/** Whether the node of an arbitrator is among those that are counted: not where only other zones' are. */
function isCounted({ zone }: Member, { zones }: ClusterSite): boolean {
  const isBeside = zone !== undefined && zones.length > 0 && !zones.some(({ id }) => id === zone);
  return !isBeside || zones.some(({ nodes }) => nodes === undefined);
}
