import { type Goal, goals, meets } from './goal.js';
import { clusterNamed } from './landscape.js';
import { countVectors } from './layouts-counts.js';
import {
  fits,
  mostOnOne,
  placed,
  replicasByCluster,
  type Settings,
  type Site,
  settingsOf,
  withGoal,
  works,
} from './layouts-site.js';
import type { Impossibility, Shortage } from './layouts-types.js';
import type { ClusterSite, Landscape } from './model.js';

/** Why the present clusters cannot meet the goal, where that has a proof of two lines. */
export function impossibilityOf(site: Site): Impossibility | undefined {
  const { request, own, protocol, group } = site;
  const { database, goal, landscape } = request;
  const rank = goals.indexOf(goal);
  const [first, second] = own;
  if (first === undefined || goal === 'none') return undefined;
  const told = (kind: Impossibility['kind'], proof: Impossibility['proof']): Impossibility => {
    let instead: Goal | undefined;
    return {
      kind,
      proof,
      // Takes as long as all the rest, and few ask.
      get instead() {
        instead ??= bestOf(site);
        return instead;
      },
    };
  };
  if (rank >= 3 && protocol.kind === 'clusters')
    return told('person', [
      `only the servers on ${protocol.primary} take writes of ${database.name}`,
      `without ${protocol.primary}, a person must make another cluster the primary: no number of replicas changes that`,
    ]);
  if (rank >= 3 && own.length === 1) return told('one-cluster', oneCluster(site, first));
  if (!site.votes) return undefined;
  if (own.length === 2 && second !== undefined && [first, second].every((name) => goesWhole(site, name)))
    return told('two-clusters', twoParts(site, first, second));
  if (rank !== 2 || own.length !== 1) return undefined;
  const [one, other, ...more] = clusterNamed(landscape, first).zones;
  const inThird = group.some(({ data, zone }) => !data && zone !== one?.id && zone !== other?.id);
  if (inThird) return undefined;
  if (one && other && more.length === 0) return told('two-zones', twoParts(site, one.name, other.name));
  return undefined;
}

function oneCluster({ request, present }: Site, cluster: string): [string, string] {
  const { name } = request.database;
  const all = present.length === 1 ? 'the only replica' : `all ${present.length} replicas`;
  const rest =
    request.provider.sites === 'one'
      ? `its provider keeps all replicas on one cluster, so no number of them changes that`
      : `to go on without any one cluster takes three, none of which holds half of the votes`;
  return [
    `${all} of ${name} ${present.length === 1 ? 'is' : 'are'} on ${cluster}: without it, none is left`,
    rest,
  ];
}

/** Whether a goal covers the loss of all that a cluster holds. */
function goesWhole({ request }: Site, name: string): boolean {
  const { goal, landscape } = request;
  const rank = goals.indexOf(goal);
  const { nodes, zones } = clusterNamed(landscape, name);
  return rank >= 3 || (rank === 2 && zones.length === 1) || (rank >= 1 && nodes === 1);
}

/** Two parts, of which either must do without the other. */
function twoParts({ group, protocol }: Site, one: string, other: string): [string, string] {
  const votes = group.reduce((total, { weight }) => total + weight, 0);
  const needed = Math.floor(votes / 2) + 1;
  const weights = protocol.kind === 'galera' ? ' and any weights' : '';
  return [
    `to go on without ${one}, ${other} needs more than half of all votes (${needed} of ${votes}); to go on without ${other}, ${one} does`,
    `both cannot hold more than half (${needed} + ${needed} > ${votes}): that is so for any number of replicas${weights}`,
  ];
}

/** The strictest goal that the present clusters can meet. */
function bestOf(site: Site): Goal {
  let best: Goal = 'none';
  for (const goal of goals) {
    if (goal === 'none') continue;
    if (goals.indexOf(goal) >= goals.indexOf(site.request.goal)) break;
    if (!anyOnOwn(withGoal(site, goal))) break;
    best = goal;
  }
  return best;
}

function anyOnOwn(site: Site): boolean {
  const { own, request } = site;
  const least = own.map(() => 1);
  for (const settings of settingsOf(site)) {
    // The zone of another arbitrator is none of those that are there.
    if (settings.arbitrator) continue;
    for (let replicas = own.length; replicas <= request.provider.mostReplicas; replicas++)
      for (const counts of countVectors(replicas, least, mostOnOne(site, replicas, settings)))
        if (works(site, { clusters: own, counts }, settings)) return true;
  }
  return false;
}

/**
 * What a file has too few of, or does not list: with that, the present layout (made odd, and of three at least) would meet the goal,
 * perhaps spread.
 */
export function shortagesOf(site: Site): Shortage[] {
  const { request, own, present } = site;
  const { landscape, provider } = request;
  const rank = goals.indexOf(request.goal);
  if (rank === 0) return [];
  let replicas = Math.max(site.votes ? 3 : 2, present.length);
  if (site.votes && replicas % 2 === 0) replicas += 1;
  const clusters = [...present];
  while (clusters.length < replicas) clusters.push(own[clusters.length % own.length] ?? '');
  const tries: (readonly [Settings, 'nodes' | 'zones'])[] = [
    [{}, 'nodes'],
    [{ spread: 'node' }, 'nodes'],
  ];
  if (rank >= 2) tries.push([{}, 'zones'], [{ spread: 'zone' }, 'zones']);
  for (const [settings, lacking] of tries) {
    const database = placed(site, clusters, settings);
    const counts = replicasByCluster(database);
    // Zones over which replicas spread evenly are three at least, so that none holds half of the votes.
    const needed = (name: string): number => {
      const count = counts.get(name) ?? 0;
      return lacking === 'zones' && provider.sites === 'one' ? Math.min(3, count) : count;
    };
    const supposed: Landscape = {
      ...landscape,
      clusters: own.map((name) => supposedSite(clusterNamed(landscape, name), needed(name), lacking)),
    };
    const holds = (where: Landscape): boolean =>
      fits(database, where) && meets(request.goal, database, where);
    if (holds(landscape) || !holds(supposed)) continue;
    const found = own.flatMap((name) => shortageOf(clusterNamed(landscape, name), needed(name), lacking));
    if (found.length > 0) return found;
  }
  return [];
}

function supposedSite(site: ClusterSite, needed: number, lacking: 'nodes' | 'zones'): ClusterSite {
  if (lacking === 'nodes')
    return site.nodes === undefined ? site : { ...site, nodes: Math.max(site.nodes, needed) };
  if (needed < 2) return site;
  const zones = [...site.zones];
  while (zones.length < needed) {
    const name = `zone ${zones.length + 1}`;
    zones.push({ id: `${site.name}/${name}`, name, nodes: undefined });
  }
  return { ...site, zones, nodes: undefined };
}

function shortageOf(
  { name, nodes, zones }: ClusterSite,
  needed: number,
  lacking: 'nodes' | 'zones',
): Shortage[] {
  if (lacking === 'nodes')
    return nodes !== undefined && nodes < needed
      ? [{ kind: 'nodes', cluster: name, has: nodes, needed }]
      : [];
  if (needed < 2 || zones.length >= needed) return [];
  return zones.length === 0
    ? [{ kind: 'zones-unlisted', cluster: name, needed }]
    : [{ kind: 'zones', cluster: name, has: zones.length, needed }];
}
