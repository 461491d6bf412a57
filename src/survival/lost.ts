import type { ClusterSite, Member, Spread, SurvivalDatabase } from './model.js';

/** What one cluster can lose at most: so many replicas, and with them these arbitrators. */
export interface Toll {
  readonly replicas: number;
  /** Positions in `Placed.arbitrators`. */
  readonly arbitrators: readonly number[];
}

/** What the scheduler of one cluster has to place. */
export interface Placed {
  readonly cluster: ClusterSite;
  readonly spread: Spread;
  readonly replicas: number;
  /** Zone that each arbitrator is bound to; undefined when the scheduler chooses. */
  readonly arbitrators: readonly (string | undefined)[];
}

/** More replicas than this on one cluster are taken to fit anywhere: node counts are not looked at, so more counts as lost. */
const mostCounted = 200;

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

/** Of equal votes the one with data goes first: it is the greater loss. */
export function heaviestFirst(one: Member, other: Member): number {
  return other.weight - one.weight || Number(other.data) - Number(one.data);
}

const tolls = new WeakMap<ClusterSite, Map<string, readonly Toll[]>>();

/**
 * The most that a cluster can lose with these zones and, outside them, so many nodes: over all placements that the constraints
 * allow. Several where a replica more means an arbitrator less; none of them is part of another.
 */
export function tollsOn(placed: Placed, zones: readonly string[], nodes: number): readonly Toll[] {
  const { cluster, spread, replicas, arbitrators } = placed;
  let known = tolls.get(cluster);
  if (!known) {
    known = new Map();
    tolls.set(cluster, known);
  }
  const constraints = `${spread.node} ${spread.zone} ${spread.arbitrator}`;
  const bound = arbitrators.map((zone) => zone ?? '*').join('\n');
  const key = `${constraints} ${replicas} ${nodes} ${arbitrators.length} ${bound}\n\n${zones.join('\n')}`;
  const present = known.get(key);
  if (present) return present;
  const found = findTolls(placed, new Set(zones), nodes);
  known.set(key, found);
  return found;
}

function findTolls(placed: Placed, failing: ReadonlySet<string>, nodes: number): readonly Toll[] {
  const { cluster, replicas, arbitrators } = placed;
  const all: Toll = { replicas, arbitrators: arbitrators.map((_, position) => position) };
  if (cluster.nodes !== undefined && nodes > 0 && nodes >= cluster.nodes) return [all];
  // Where a constraint cannot be kept, a replica waits: then the one that stands in the way is not counted on.
  const attempts: readonly Counting[] =
    replicas > mostCounted
      ? [{ nodes: false, zones: true }, nothing]
      : [{ nodes: true, zones: true }, { nodes: false, zones: true }, nothing];
  for (const counting of attempts) {
    const found = attempt(placed, failing, nodes, counting);
    if (found.length > 0) return found.filter((each) => !found.some((other) => isPart(each, other, found)));
  }
  return [all];
}

const nothing: Counting = { nodes: false, zones: false };

/** Which constraints count. */
interface Counting {
  readonly nodes: boolean;
  readonly zones: boolean;
}

function isPart(one: Toll, other: Toll, found: readonly Toll[]): boolean {
  if (one === other || one.replicas > other.replicas) return false;
  if (!one.arbitrators.every((each) => other.arbitrators.includes(each))) return false;
  const same = one.replicas === other.replicas && one.arbitrators.length === other.arbitrators.length;
  return !same || found.indexOf(other) < found.indexOf(one);
}

/**
 * Zone of the arbitrator that replicas keep out of, so that it finds a node there and is not lost with one of them: one that is none of
 * theirs, or leaves them two others.
 */
export function shunnedZone(zones: readonly string[], arbitrator: string | undefined): string | undefined {
  if (arbitrator === undefined || zones.length === 0) return undefined;
  const others = zones.filter((zone) => zone !== arbitrator).length;
  return others === zones.length || others >= 2 ? arbitrator : undefined;
}

interface Zone {
  readonly id: string;
  readonly failing: boolean;
  /** False for one where only an arbitrator may be. */
  readonly holdsReplicas: boolean;
  readonly nodes: number | undefined;
}

function attempt(
  placed: Placed,
  failing: ReadonlySet<string>,
  nodes: number,
  counting: Counting,
): readonly Toll[] {
  const { cluster, arbitrators, spread } = placed;
  const zones = zonesOfCluster(placed, failing, counting);
  const own = zones.filter(({ holdsReplicas }) => holdsReplicas);
  const found: Toll[] = [];
  const isFree = arbitrators.includes(undefined);
  // Arbitrators that are free may all be in one zone, which costs the fewest nodes.
  for (const free of isFree ? own : own.slice(0, 1)) {
    const zoneOf = (bound: string | undefined): Zone =>
      (bound === undefined ? free : zones.find(({ id }) => id === bound)) ?? free;
    const places = new Map<Zone, number[]>();
    for (const [position, bound] of arbitrators.entries()) {
      const zone = zoneOf(bound);
      places.set(zone, [...(places.get(zone) ?? []), position]);
    }
    const withFailing = [...places].flatMap(([zone, positions]) => (zone.failing ? positions : []));
    const others = [...places.keys()].filter((zone) => !zone.failing);
    for (const hit of subsetsUpTo(others, nodes)) {
      const shared = spread.arbitrator === 'anywhere' ? hit.filter((zone) => zone.holdsReplicas) : [];
      const most = mostReplicas(placed, {
        zones: own,
        nodes: nodes - (hit.length - shared.length),
        hit: new Set(shared),
        taken: new Set(spread.arbitrator === 'apart' ? places.keys() : []),
        budget: counting.nodes ? budgetOf(cluster, zones) : undefined,
        zoneSpread: counting.zones && cluster.zones.length > 0 ? spread.zone : 'anywhere',
      });
      if (most === undefined) continue;
      const positions = [...withFailing, ...hit.flatMap((zone) => places.get(zone) ?? [])];
      found.push({ replicas: most, arbitrators: positions });
    }
  }
  return found;
}

function zonesOfCluster(
  { cluster, arbitrators }: Placed,
  failing: ReadonlySet<string>,
  counting: Counting,
): Zone[] {
  const counted = (nodes: number | undefined): number | undefined => (counting.nodes ? nodes : undefined);
  if (cluster.zones.length === 0) {
    // One zone as far as anybody knows, so that of an arbitrator is the one.
    const fails = arbitrators.some((zone) => zone !== undefined && failing.has(zone));
    return [{ id: '', failing: fails, holdsReplicas: true, nodes: counted(cluster.nodes) }];
  }
  const ids = cluster.zones.map(({ id }) => id);
  const shunned = new Set(arbitrators.map((zone) => shunnedZone(ids, zone)));
  const zones = cluster.zones.map(
    ({ id, nodes }): Zone => ({
      id,
      failing: failing.has(id),
      holdsReplicas: !shunned.has(id),
      nodes: counted(nodes),
    }),
  );
  for (const id of arbitrators) {
    if (id === undefined || zones.some((zone) => zone.id === id)) continue;
    zones.push({ id, failing: failing.has(id), holdsReplicas: false, nodes: undefined });
  }
  return zones;
}

/**
 * Nodes that the zones without a number have together; undefined when the file does not say. Zones without replicas have one each.
 */
function budgetOf({ nodes, zones }: ClusterSite, places: readonly Zone[] = []): number | undefined {
  if (nodes === undefined || zones.every((zone) => zone.nodes !== undefined)) return undefined;
  const shunned = zones.filter(
    ({ id, nodes: own }) => own === undefined && places.some((each) => each.id === id && !each.holdsReplicas),
  );
  return zones.reduce((left, zone) => left - (zone.nodes ?? 0), nodes - shunned.length);
}

function subsetsUpTo<T>(items: readonly T[], most: number): T[][] {
  let subsets: T[][] = [[]];
  for (const item of items)
    subsets = [...subsets, ...subsets.filter(({ length }) => length < most).map((each) => [...each, item])];
  return subsets;
}

interface Question {
  readonly zones: readonly Zone[];
  /** Nodes that fail outside the failing zones. */
  readonly nodes: number;
  /** Zones of which at least one node must be among them. */
  readonly hit: ReadonlySet<Zone>;
  /** Zones in which one node is kept for an arbitrator. */
  readonly taken: ReadonlySet<Zone>;
  readonly budget: number | undefined;
  readonly zoneSpread: Spread['zone'];
}

/** The most replicas that can be lost; undefined when they cannot all be placed. One zone after the other. */
function mostReplicas({ spread, replicas }: Placed, question: Question): number | undefined {
  const { zones, nodes, hit, taken, budget, zoneSpread } = question;
  if (nodes < 0) return undefined;
  const apart = spread.node === 'apart';
  const least = zoneSpread === 'even' ? Math.floor(replicas / zones.length) : 0;
  const most = zoneSpread === 'one-each' ? 1 : zoneSpread === 'even' ? least + 1 : replicas;
  const wide = nodes + 1;
  const long = (budget ?? 0) + 1;
  const size = (replicas + 1) * wide * long;
  // By replicas placed, nodes lost and nodes of the budget used: the most replicas lost; -1 where nothing leads.
  let best = new Array<number>(size).fill(-1);
  best[0] = 0;
  for (const zone of zones) {
    const next = new Array<number>(size).fill(-1);
    for (let here = least; here <= Math.min(most, replicas); here++) {
      const used = (apart ? here : Math.min(1, here)) + (taken.has(zone) ? 1 : 0);
      if (zone.nodes !== undefined && used > zone.nodes) break;
      const cost = budget !== undefined && zone.nodes === undefined ? Math.max(1, used) : 0;
      const must = hit.has(zone) ? 1 : 0;
      const useful = Math.max(must, zone.failing ? 0 : apart ? here : Math.min(1, here));
      for (let fail = must; fail <= Math.min(nodes, useful); fail++) {
        const gain = zone.failing ? here : apart ? Math.min(here, fail) : fail > 0 ? here : 0;
        const step = (here * wide + fail) * long + cost;
        for (let placed = 0; placed + here <= replicas; placed++) {
          for (let failed = 0; failed + fail <= nodes; failed++) {
            for (let spent = 0; spent + cost < long; spent++) {
              const from = (placed * wide + failed) * long + spent;
              const known = best[from] ?? -1;
              if (known >= 0 && known + gain > (next[from + step] ?? -1)) next[from + step] = known + gain;
            }
          }
        }
      }
    }
    best = next;
  }
  let answer = -1;
  for (const each of best.slice(replicas * wide * long)) answer = Math.max(answer, each);
  return answer < 0 ? undefined : answer;
}
