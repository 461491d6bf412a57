import type { Milliseconds } from '../sizing/index.js';
import { groupProtocol } from '../survival/index.js';
import { linksByPair, pairKey } from './links.js';
import type { DatabasePlan, Plan } from './plan.js';
import type { SurvivalSubject } from './survival.js';
import { type ClusterPair, type CommitTime, commitTimes } from './times-commit.js';
import { type CatchUp, type CopyTime, catchUpOf, copyTimes } from './times-copies.js';
import { type Detection, detectionOf } from './times-detection.js';
import { type Traffic, trafficOf } from './times-traffic.js';

/** What distance and bandwidth mean for a database. Plain JSON. */
export interface DatabaseTimes {
  /** For each cluster that may take writes, in the order of the plan. */
  readonly commit: readonly CommitTime[];
  readonly detection: Detection;
  /** True when only a person moves the writes to another cluster. */
  readonly movedByHand: boolean;
  /** The longest round trip between clusters of one group, as far as it is known. */
  readonly longest: LongestRoundTrip | undefined;
  /** For each cluster with replicas that can be copied. */
  readonly copies: readonly CopyTime[];
  readonly catchUp: CatchUp | undefined;
  /** Undefined within one cluster. */
  readonly traffic: Traffic | undefined;
}

/** The two clusters that are farthest from each other. */
export interface LongestRoundTrip {
  readonly between: ClusterPair;
  readonly roundTrip: Milliseconds;
}

const known = new WeakMap<SurvivalSubject, DatabaseTimes>();

/** The times of a database. */
export function timesOf(plan: Plan, subject: SurvivalSubject): DatabaseTimes {
  const present = known.get(subject);
  if (present) return present;
  const { database, plans } = subject;
  const { protocol } = database;
  const group = groupProtocol(protocol);
  const primary = primaryOf(subject);
  const times: DatabaseTimes = {
    commit: commitTimes(database, plan.topology),
    detection: detectionOf(primary, group),
    movedByHand: protocol.kind === 'clusters',
    longest: longestRoundTrip(plan, primary),
    copies: plans.flatMap((each) => copyTimes(plan, each)),
    catchUp: catchUpOf(primary),
    traffic: trafficOf(database, primary),
  };
  known.set(subject, times);
  return times;
}

function primaryOf({ database: { protocol }, plans }: SurvivalSubject): DatabasePlan {
  if (protocol.kind !== 'clusters') return plans[0];
  return plans.find(({ home }) => home.name === protocol.primary) ?? plans[0];
}

/** The longest round trip between clusters of one database object; undefined where none is known. */
export function longestRoundTrip(
  { topology }: Pick<Plan, 'topology'>,
  { placements }: DatabasePlan,
): LongestRoundTrip | undefined {
  const links = linksByPair(topology);
  let longest: LongestRoundTrip | undefined;
  if (links.size === 0) return undefined;
  for (const [index, { cluster }] of placements.entries()) {
    for (const other of placements.slice(index + 1)) {
      const roundTrip = links.get(pairKey(cluster.name, other.cluster.name))?.roundTrip;
      if (roundTrip === undefined || (longest && longest.roundTrip >= roundTrip)) continue;
      longest = { between: [cluster.name, other.cluster.name], roundTrip };
    }
  }
  return longest;
}
