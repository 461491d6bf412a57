import { type Milliseconds, milliseconds } from '../sizing/index.js';
import { membersByCluster, type SurvivalDatabase } from '../survival/index.js';
import type { Topology } from '../topology/index.js';
import { linksByPair, pairKey } from './links.js';

/** Two clusters. */
export type ClusterPair = readonly [string, string];

/** What the network between clusters takes of each commit; the rest is the disk and the server. */
export interface CommitTime {
  /** Where the client writes: for what has one primary, where that is. */
  readonly cluster: string;
  /** Whose answer a commit waits for. */
  readonly waitsFor: 'every-member' | 'one-standby' | 'nobody';
  /** Cluster whose answer comes last; undefined when all answers come from the same cluster, or none is waited for. */
  readonly answeredFrom: string | undefined;
  /** The least that a commit takes. Zero within one cluster; undefined when the file does not say enough. */
  readonly roundTrip: Milliseconds | undefined;
  /** Commits a second of one connection at the most; undefined where the round trip is zero or unknown. */
  readonly mostPerSecond: number | undefined;
  /** Pairs whose round trip would count and that the file does not say. */
  readonly unknown: readonly ClusterPair[];
}

/** Distance to the other clusters of a database, the nearest first. */
interface Distances {
  readonly known: readonly { readonly cluster: string; readonly roundTrip: Milliseconds }[];
  readonly unknown: readonly ClusterPair[];
}

/** For each cluster that may take writes what a commit there waits for. */
export function commitTimes(database: SurvivalDatabase, topology: Topology): CommitTime[] {
  const { protocol } = database;
  const members = membersByCluster(database);
  if (protocol.kind === 'clusters')
    return [commitOf(protocol.primary, waitOf(protocol.within), undefined, [])];
  return [...members].map(([cluster, own]) => {
    if (protocol.kind !== 'galera' && (protocol.kind !== 'raft' || protocol.synchronous === 0))
      return commitOf(cluster, waitOf(protocol), undefined, []);
    const others = [...members.keys()].filter((each) => each !== cluster);
    const distances = distancesFrom(cluster, others, topology);
    if (protocol.kind === 'galera') return galeraCommit(cluster, distances);
    const standbys = new Map(others.map((each) => [each, members.get(each)?.length ?? 0]));
    return standbyCommit(cluster, distances, standbys, protocol.synchronous - (own.length - 1));
  });
}

function waitOf(within: SurvivalDatabase['protocol']): CommitTime['waitsFor'] {
  if (within.kind === 'galera') return 'every-member';
  return within.kind === 'operator' && within.semiSynchronous ? 'one-standby' : 'nobody';
}

/** Total order needs every member: the farthest that is known is the least that a commit takes. */
function galeraCommit(cluster: string, { known, unknown }: Distances): CommitTime {
  return commitOf(cluster, 'every-member', known.at(-1), unknown);
}

/**
 * The standbys that answer first are enough.
 *
 * @param missing how many answers the cluster itself cannot give
 */
function standbyCommit(
  cluster: string,
  { known, unknown }: Distances,
  standbys: ReadonlyMap<string, number>,
  missing: number,
): CommitTime {
  if (missing <= 0) return commitOf(cluster, 'one-standby', undefined, []);
  // One that is not known may be nearer than those that are.
  if (unknown.length > 0) return commitOf(cluster, 'one-standby', undefined, unknown);
  let open = missing;
  for (const distance of known) {
    open -= standbys.get(distance.cluster) ?? 0;
    if (open <= 0) return commitOf(cluster, 'one-standby', distance, []);
  }
  return commitOf(cluster, 'one-standby', known.at(-1), []);
}

function commitOf(
  cluster: string,
  waitsFor: CommitTime['waitsFor'],
  last: Distances['known'][number] | undefined,
  unknown: readonly ClusterPair[],
): CommitTime {
  const roundTrip = last?.roundTrip ?? (unknown.length === 0 ? milliseconds(0) : undefined);
  return {
    cluster,
    waitsFor,
    answeredFrom: last?.cluster,
    roundTrip,
    mostPerSecond: roundTrip === undefined || roundTrip === 0 ? undefined : 1000 / roundTrip,
    unknown,
  };
}

function distancesFrom(cluster: string, others: readonly string[], topology: Topology): Distances {
  const links = linksByPair(topology);
  const known: { cluster: string; roundTrip: Milliseconds }[] = [];
  const unknown: ClusterPair[] = [];
  for (const other of others) {
    const roundTrip = links.get(pairKey(cluster, other))?.roundTrip;
    if (roundTrip === undefined) unknown.push([cluster, other]);
    else known.push({ cluster: other, roundTrip });
  }
  known.sort((one, other) => one.roundTrip - other.roundTrip);
  return { known, unknown };
}
