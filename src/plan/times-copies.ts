import { providerDefault, providerInteger } from '../server-options/index.js';
import {
  type BitsPerSecond,
  gcacheWindow,
  goodTransferRate,
  type Mebibytes,
  mebibytes,
  type Seconds,
  seconds,
} from '../sizing/index.js';
import { dataOf, linkBudgets, type Narrow, timesThrough, writingOf } from './link-budgets.js';
import { linksByPair, pairKey } from './links.js';
import type { DatabasePlan, Plan } from './plan.js';
import type { ClusterPair } from './times-commit.js';
import { providerOptionsOf } from './times-detection.js';

/** A full copy for a replica that lost its volume. */
export interface CopyTime {
  /** Where the replica is. */
  readonly cluster: string;
  readonly data: Mebibytes;
  /** False when nobody says how much there is: then it is all that the volume has room for. */
  readonly said: boolean;
  /** From a replica of the same cluster, at the pace of a good disk; undefined when there is no other. */
  readonly near: Seconds | undefined;
  /** From another cluster through what is narrowest; undefined where nothing is known to be narrow, or nothing comes from there. */
  readonly far: FarCopy | undefined;
  /** Pairs over which the copy may come and of which no bandwidth is said. */
  readonly unknown: readonly ClusterPair[];
}

/** A full copy from another cluster. */
export interface FarCopy {
  /** `the link between fra and ams`, `the slice`. */
  readonly through: string;
  readonly bandwidth: BitsPerSecond;
  /** True when the writes of databases take some of it meanwhile. */
  readonly besideWrites: boolean;
  /** Undefined when the writes leave nothing for a copy. */
  readonly time: Seconds | undefined;
}

/** What a replica may miss and still catch up without a full copy. */
export interface CatchUp {
  readonly gcache: Mebibytes;
  /** How long it may be away; undefined when nobody says how much is written. */
  readonly window: Seconds | undefined;
}

/** The full copy for a replica of each cluster. None without data, or where a single server has nothing to copy from. */
export function copyTimes(plan: Plan, database: DatabasePlan): CopyTime[] {
  const data = dataOf(database);
  if (!data || database.replicas < 2) return [];
  const { placements } = database;
  const links = linksByPair(plan.topology);
  const narrow = linkBudgets(plan).byDatabase.get(database) ?? [];
  const byPair = new Map(narrow.map((each) => [each.pair ?? '', each]));
  const ceiling = narrow.find(({ kind }) => kind === 'ceiling');
  return placements.map(({ cluster: { name }, ordinals }): CopyTime => {
    const others = placements.map(({ cluster }) => cluster.name).filter((each) => each !== name);
    const ways = others.map((other) => byPair.get(pairKey(name, other)));
    return {
      cluster: name,
      data: data.size,
      said: data.said,
      near: ordinals.length > 1 ? seconds(data.size / goodTransferRate) : undefined,
      far: slowest([...ways, ceiling], data.size),
      unknown: others
        .filter((other) => !links.get(pairKey(name, other))?.slowest)
        .map((other): ClusterPair => [name, other]),
    };
  });
}

function slowest(ways: readonly (Narrow | undefined)[], data: Mebibytes): FarCopy | undefined {
  let worst: { readonly way: Narrow; readonly time: Seconds } | undefined;
  for (const way of ways) {
    if (!way) continue;
    const time = timesThrough(way, data, undefined).fullTransfer;
    if (!worst || time > worst.time) worst = { way, time };
  }
  if (!worst) return undefined;
  const { way, time } = worst;
  return {
    through: way.name,
    bandwidth: way.bandwidth,
    besideWrites: way.replication > 0,
    time: Number.isFinite(time) ? time : undefined,
  };
}

/** What Galera's cache bridges, as the replicas are told its size; undefined for what has none. */
export function catchUpOf(database: DatabasePlan): CatchUp | undefined {
  if (database.replication !== 'galera' || database.replicas < 2) return undefined;
  const key = 'gcache.size';
  const bytes = providerInteger(providerOptionsOf(database).get(key)?.value ?? providerDefault(key) ?? '');
  if (bytes === undefined) return undefined;
  const gcache = mebibytes(bytes / 2 ** 20);
  const writing = writingOf(database);
  return { gcache, window: writing && gcacheWindow(gcache, writing.writeRate) };
}
