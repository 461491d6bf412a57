import type { Span } from '../diagnostics/index.js';
import {
  type BitsPerSecond,
  type BytesPerSecond,
  bitsPerSecond,
  bytesPerSecond,
  isCrowded,
  type LinkTimes,
  linkTimes,
  type Mebibytes,
  mebibytes,
  type Seconds,
} from '../sizing/index.js';
import { valueSpan } from '../topology/index.js';
import { linksByPair, pairKey } from './links.js';
import type { DatabasePlan, Plan } from './plan.js';

/** What is narrow between clusters: one link, or the slice's ceiling, through which a cluster sends to all others. */
export interface Narrow {
  readonly kind: 'link' | 'ceiling';
  /** The clusters that a link joins, by {@link pairKey}. */
  readonly pair?: string;
  readonly bandwidth: BitsPerSecond;
  /** As it is written: `40Mbps`. */
  readonly written: string;
  /** `the link between fra and ams`, `the slice`. */
  readonly name: string;
  readonly span: Span;
  /** The databases that go through it, in the order of the plan. */
  readonly passengers: readonly Passenger[];
  /** What the writes of all of them take, in bytes a second. */
  readonly replication: BytesPerSecond;
}

/** A database on something narrow. */
export interface Passenger {
  readonly database: DatabasePlan;
  /**
   * Replicas beyond it that are sent every write set on their own, from wherever most are: Galera has no segments when all
   * replicas share one configuration.
   */
  readonly receivers: number;
  /** What its writes take; undefined when nobody says how much is written. */
  readonly replication: BytesPerSecond | undefined;
}

/** What is narrow for each database over several clusters, as far as the topology says. */
export interface LinkBudgets {
  readonly narrow: readonly Narrow[];
  readonly byDatabase: ReadonlyMap<DatabasePlan, readonly Narrow[]>;
}

const budgetsByPlan = new WeakMap<Plan, LinkBudgets>();

/** The links and the ceiling that the databases of a plan share. */
export function linkBudgets(plan: Plan): LinkBudgets {
  const known = budgetsByPlan.get(plan);
  if (known) return known;
  const budgets = findNarrow(plan);
  budgetsByPlan.set(plan, budgets);
  return budgets;
}

interface Open extends Omit<Narrow, 'passengers' | 'replication'> {
  readonly passengers: Passenger[];
}

function findNarrow(plan: Plan): LinkBudgets {
  const links = linksByPair(plan.topology);
  const ceiling = ceilingOf(plan);
  if (links.size === 0 && !ceiling) return { narrow: [], byDatabase: new Map() };
  const byPair = new Map<string, Open>();
  for (const database of plan.databases) {
    const { placements, replicas } = database;
    if (placements.length < 2) continue;
    const fewest = Math.min(...placements.map(({ ordinals }) => ordinals.length));
    ceiling?.passengers.push(passengerOf(database, replicas - fewest));
    if (links.size === 0) continue;
    for (const [index, { cluster, ordinals }] of placements.entries()) {
      for (const other of placements.slice(index + 1)) {
        const key = pairKey(cluster.name, other.cluster.name);
        const slowest = links.get(key)?.slowest;
        if (!slowest) continue;
        const { link, bandwidth } = slowest;
        const [first = '', second = ''] = link.between;
        const present = byPair.get(key) ?? {
          kind: 'link',
          pair: key,
          bandwidth,
          written: link.bandwidth ?? '',
          name: `the link between ${first} and ${second}`,
          span: valueSpan(link, 'bandwidth'),
          passengers: [],
        };
        byPair.set(key, present);
        present.passengers.push(passengerOf(database, Math.max(ordinals.length, other.ordinals.length)));
      }
    }
  }
  const open = [...byPair.values(), ...(ceiling ? [ceiling] : [])];
  const narrow = open.map((each): Narrow => ({ ...each, replication: sumOf(each.passengers) }));
  const byDatabase = new Map<DatabasePlan, Narrow[]>();
  for (const each of narrow) {
    for (const { database } of each.passengers) {
      const present = byDatabase.get(database);
      if (present) present.push(each);
      else byDatabase.set(database, [each]);
    }
  }
  return { narrow, byDatabase };
}

/** The figure of the file; KubeSlice's profiles are not in it. */
function ceilingOf({ slice }: Plan): Open | undefined {
  const shaping = slice?.source.bandwidth;
  if (!slice || !('ceilingKbps' in slice.shaping) || shaping?.ceiling === undefined) return undefined;
  return {
    kind: 'ceiling',
    bandwidth: bitsPerSecond(slice.shaping.ceilingKbps * 1000),
    written: shaping.ceiling,
    name: 'the slice',
    span: valueSpan(shaping, 'ceiling'),
    passengers: [],
  };
}

function passengerOf(database: DatabasePlan, receivers: number): Passenger {
  const rate = writingOf(database)?.writeRate;
  return {
    database,
    receivers,
    replication: rate === undefined ? undefined : bytesPerSecond(rate * receivers),
  };
}

function sumOf(passengers: readonly Passenger[]): BytesPerSecond {
  return bytesPerSecond(passengers.reduce((sum, { replication = 0 }) => sum + replication, 0));
}

/** What a database says of its writes, and where. */
export interface Writing {
  readonly writeRate: BytesPerSecond;
  readonly rideOut: Seconds;
  /** The same as it is written: `1h`. */
  readonly absence: string;
  readonly rateSpan: Span;
  readonly rideOutSpan: Span;
}

/** What a Galera says of its writes; undefined for what has no replication of that kind. */
export function writingOf({ sizingRequest: { galera, gcache }, source }: DatabasePlan): Writing | undefined {
  const written = source.sizing?.gcache;
  if (!galera || !gcache || !('writeRate' in gcache) || typeof written !== 'object') return undefined;
  return {
    ...gcache,
    absence: written.rideOut,
    rateSpan: valueSpan(written, 'writeRate'),
    rideOutSpan: valueSpan(written, 'rideOut'),
  };
}

/** Data of a replica: what is said, or all that its volume has room for. */
export interface ReplicaData {
  readonly size: Mebibytes;
  readonly said: boolean;
}

/** The data that a full copy moves; undefined when the volume has no room for any. */
export function dataOf({
  sizing: { volume },
  sizingRequest: { data },
}: DatabasePlan): ReplicaData | undefined {
  if (data !== undefined) return { size: data, said: true };
  return volume && volume.room > 0 ? { size: volume.room, said: false } : undefined;
}

/** How long a full copy takes through something narrow, and an absence to be caught up, beside the writes of all databases there. */
export function timesThrough(
  { bandwidth, replication }: Narrow,
  data: Mebibytes,
  rideOut: Seconds | undefined,
): LinkTimes {
  return linkTimes({ bandwidth, data, writeRate: replication, rideOut, receivers: 1 });
}

/** True when the writes leave too little for anything to be caught up. */
export function isOverrun(narrow: Narrow): boolean {
  return isCrowded(timesThrough(narrow, noData, undefined));
}

const noData = mebibytes(0);

/** A full copy of a database through what is narrowest for it. */
export interface FullCopy {
  readonly database: DatabasePlan;
  readonly through: Narrow;
  readonly data: ReplicaData;
  readonly time: Seconds;
}

/** The full copy of each database over several clusters, where the writes leave room for one. */
export function fullCopies(plan: Plan): FullCopy[] {
  return [...linkBudgets(plan).byDatabase].flatMap(([database, narrow]) => {
    const data = dataOf(database);
    if (!data || narrow.some(isOverrun)) return [];
    const copies = narrow.map((through): FullCopy => {
      return { database, through, data, time: timesThrough(through, data.size, undefined).fullTransfer };
    });
    return copies.reduce((slowest, copy) => (copy.time > slowest.time ? copy : slowest));
  });
}
