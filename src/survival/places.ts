import { type Cut, cutOf } from './groups.js';
import { clusterNamed } from './landscape.js';
import { membersByCluster, tollsOn } from './lost.js';
import type { ClusterSite, Landscape, Loss, Member, SurvivalDatabase } from './model.js';

/** A database on its clusters, which are numbers here: made once, asked for every failure. */
export interface Places {
  readonly places: readonly Place[];
  /** Number of each cluster, and of the hub's after them where no member is on it. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Cluster of each member. */
  readonly placeOf: readonly number[];
  /** Cluster of those who vote, where it is only one. */
  readonly primary: number | undefined;
  /** What votes, when nothing is lost. */
  readonly voting: Sums;
  /** By zone: the places that it touches. */
  readonly zones: ReadonlyMap<string, readonly number[]>;
  readonly zoneTouches: Map<string, readonly Touch[]>;
  /** By cluster: what there is when nothing is lost. */
  readonly full: Standing;
  readonly cuts: WeakMap<Loss, Cut>;
}

/** The members of a database on one cluster. */
export interface Place {
  readonly number: number;
  readonly site: ClusterSite;
  /** Positions of its members in the database, heaviest first. */
  readonly replicas: readonly number[];
  readonly arbitrators: readonly number[];
  readonly whole: Touch;
  readonly touches: Map<string, Touch>;
}

/** What of a cluster is lost. */
export interface Touch {
  readonly place: number;
  readonly whole: boolean;
  readonly nodes: number;
  readonly zones: readonly string[];
  /** What may be lost: one where no other is as bad. */
  readonly hits: readonly Hit[];
}

export interface Sums {
  readonly weight: number;
  readonly count: number;
  readonly data: number;
}

/** Members that are lost together. */
export interface Hit extends Sums {
  readonly place: number;
  /** Positions in the database. */
  readonly members: readonly number[];
}

/** What is left, by cluster. */
export interface Standing {
  readonly weights: readonly number[];
  readonly counts: readonly number[];
  readonly data: readonly number[];
}

const known = new WeakMap<Landscape, WeakMap<SurvivalDatabase, Places>>();

/** A database on its clusters. */
export function placesOf(database: SurvivalDatabase, landscape: Landscape): Places {
  let own = known.get(landscape);
  if (!own) {
    own = new WeakMap();
    known.set(landscape, own);
  }
  const present = own.get(database);
  if (present) return present;
  const made = makePlaces(database, landscape);
  own.set(database, made);
  return made;
}

function makePlaces(database: SurvivalDatabase, landscape: Landscape): Places {
  const { members, protocol } = database;
  const positions = new Map(members.map((member, position) => [member, position]));
  const numbers = new Map<string, number>();
  const places: Place[] = [];
  const placeOf = new Array<number>(members.length).fill(0);
  const zones = new Map<string, number[]>();
  for (const [name, present] of membersByCluster(database)) {
    const number = places.length;
    numbers.set(name, number);
    const replicas: number[] = [];
    const arbitrators: number[] = [];
    const site = clusterNamed(landscape, name);
    const touched = new Set(site.zones.map(({ id }) => id));
    for (const member of present) {
      const position = positions.get(member) ?? 0;
      placeOf[position] = number;
      (member.data ? replicas : arbitrators).push(position);
      if (!member.data && member.zone !== undefined) touched.add(member.zone);
    }
    for (const zone of touched) zones.set(zone, [...(zones.get(zone) ?? []), number]);
    const all = hitOf(number, [...replicas, ...arbitrators], members);
    const whole: Touch = { place: number, whole: true, nodes: 0, zones: [], hits: [all] };
    places.push({ number, site, replicas, arbitrators, whole, touches: new Map() });
  }
  const { hub } = landscape;
  if (hub !== undefined && !numbers.has(hub)) numbers.set(hub, places.length);
  const primary = protocol.kind === 'clusters' ? (numbers.get(protocol.primary) ?? -1) : undefined;
  const full = {
    weights: places.map(({ whole }) => whole.hits[0]?.weight ?? 0),
    counts: places.map(({ whole }) => whole.hits[0]?.count ?? 0),
    data: places.map(({ whole }) => whole.hits[0]?.data ?? 0),
  };
  const sum = (values: readonly number[]): number =>
    primary === undefined ? values.reduce((one, other) => one + other, 0) : (values[primary] ?? 0);
  const voting = { weight: sum(full.weights), count: sum(full.counts), data: sum(full.data) };
  return {
    places,
    numbers,
    placeOf,
    primary,
    voting,
    zones,
    zoneTouches: new Map(),
    full,
    cuts: new WeakMap(),
  };
}

function hitOf(place: number, positions: readonly number[], members: readonly Member[]): Hit {
  let weight = 0;
  let data = 0;
  for (const position of positions) {
    const member = members[position];
    weight += member?.weight ?? 0;
    if (member?.data) data += 1;
  }
  return { place, members: positions, weight, count: positions.length, data };
}

/** What losses do to the clusters of a database. */
export interface Impact {
  readonly touches: readonly Touch[];
  readonly cuts: readonly Cut[];
}

const untouched: readonly Touch[] = [];

/** What losses do to the clusters of a database, all at the same moment. */
export function impactOf(database: SurvivalDatabase, places: Places, losses: readonly Loss[]): Impact {
  let touches = untouched;
  const cuts: Cut[] = [];
  for (const loss of losses) {
    if (loss.kind === 'link' || loss.kind === 'split') {
      const cut = knownCut(places, loss);
      if (cut) cuts.push(cut);
      continue;
    }
    const more = touchesOf(database, places, loss);
    touches = touches.length === 0 ? more : together(database, places, touches, more);
  }
  return { touches, cuts };
}

function knownCut({ cuts, numbers }: Places, loss: Loss): Cut | undefined {
  const present = cuts.get(loss);
  if (present) return present;
  const cut = cutOf(loss, numbers);
  if (cut) cuts.set(loss, cut);
  return cut;
}

function touchesOf(
  database: SurvivalDatabase,
  { places, numbers, zones, zoneTouches }: Places,
  loss: Loss,
): readonly Touch[] {
  switch (loss.kind) {
    case 'cluster': {
      const place = places[numbers.get(loss.cluster) ?? -1];
      return place ? [place.whole] : untouched;
    }
    case 'node': {
      const place = places[numbers.get(loss.cluster) ?? -1];
      return place ? [touchOn(database, place, [], 1)] : untouched;
    }
    case 'zone': {
      const present = zoneTouches.get(loss.zone);
      if (present) return present;
      const touched = (zones.get(loss.zone) ?? []).flatMap((number) => places[number] ?? []);
      const touches = touched.map((place) => touchOn(database, place, [loss.zone], 0));
      zoneTouches.set(loss.zone, touches);
      return touches;
    }
    case 'region':
      return places.flatMap(({ site, whole }) => (site.region === loss.region ? whole : []));
    default:
      return untouched;
  }
}

function together(
  database: SurvivalDatabase,
  { places }: Places,
  first: readonly Touch[],
  second: readonly Touch[],
): readonly Touch[] {
  if (!areOnSame(first, second)) return [...first, ...second];
  const joined = new Map(first.map((touch) => [touch.place, touch]));
  for (const touch of second) {
    const other = joined.get(touch.place);
    const place = places[touch.place];
    if (place) joined.set(touch.place, other ? bothOn(database, place, other, touch) : touch);
  }
  return [...joined.values()];
}

function areOnSame(first: readonly Touch[], second: readonly Touch[]): boolean {
  const few = first.length < second.length ? first : second;
  const many = few === first ? second : first;
  // Few of few: no set is worth its making.
  if (few.length * many.length < 64)
    return few.some(({ place }) => many.some((other) => other.place === place));
  const places = new Set(few.map(({ place }) => place));
  return many.some(({ place }) => places.has(place));
}

function bothOn(database: SurvivalDatabase, place: Place, one: Touch, other: Touch): Touch {
  if (one.whole || other.whole) return place.whole;
  const zones = [...new Set([...one.zones, ...other.zones])];
  return touchOn(database, place, zones, one.nodes + other.nodes);
}

/** What these zones and so many nodes take of a cluster. */
function touchOn(
  { members, spread }: SurvivalDatabase,
  place: Place,
  zones: readonly string[],
  nodes: number,
): Touch {
  const key = zones.length === 0 ? `${nodes}` : `${nodes}\n${zones.join('\n')}`;
  const present = place.touches.get(key);
  if (present) return present;
  const { site, replicas, arbitrators, number } = place;
  const bound = arbitrators.map((position) => members[position]?.zone);
  const tolls = tollsOn(
    { cluster: site, spread, replicas: replicas.length, arbitrators: bound },
    zones,
    nodes,
  );
  const hits = tolls.map((toll) =>
    hitOf(
      number,
      [
        ...replicas.slice(0, toll.replicas),
        ...toll.arbitrators.flatMap((position) => arbitrators[position] ?? []),
      ],
      members,
    ),
  );
  const touch: Touch = { place: number, whole: false, nodes, zones, hits };
  place.touches.set(key, touch);
  return touch;
}

/** Most combinations that are tried: with an arbitrator that the scheduler places on more than twelve clusters, one of its places counts. */
const mostCombinations = 4096;

/** What may be lost, one hit for each cluster that is touched: all combinations. */
export function combinations(touches: readonly Touch[]): readonly (readonly Hit[])[] {
  let found: Hit[][] = [[]];
  for (const { hits } of touches) {
    const [first] = hits;
    if (first === undefined) continue;
    if (hits.length === 1 || found.length * hits.length > mostCombinations)
      for (const each of found) each.push(first);
    else found = found.flatMap((each) => hits.map((hit) => [...each, hit]));
  }
  return found;
}
