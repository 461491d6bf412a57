import type { Span } from '../../diagnostics/index.js';
import { type DatabasePlan, type Plan, survivalOf } from '../../plan/index.js';
import {
  type Landscape,
  type Loss,
  meets,
  type Outcome,
  type SurvivalDatabase,
} from '../../survival/index.js';
import { type Database, type Placement, valueSpan } from '../../topology/index.js';
import { crowdedClusters } from '../crowded-clusters.js';
import { isRefusedCount } from '../replica-counts.js';
import { eligibleNodes } from '../sites.js';
import { takesNode, votesOf } from '../votes.js';
import { onceForAlike } from './alike.js';

/** A database that is held against what it is to survive. */
export interface Judged {
  readonly database: SurvivalDatabase;
  readonly landscape: Landscape;
  readonly source: Database;
  readonly plans: readonly [DatabasePlan, ...DatabasePlan[]];
}

const judgedByPlan = new WeakMap<Plan, readonly Judged[]>();

/**
 * The databases of a plan, one for a whole fleet, as its clusters are alike. What is laid out anew anyway is left out: numbers that
 * kubedb/replicas and provider/even-votes report, and clusters without room, which placement/spread-impossible does.
 */
export function judgedDatabases(plan: Plan): readonly Judged[] {
  const known = judgedByPlan.get(plan);
  if (known) return known;
  const judged = findJudged(plan);
  judgedByPlan.set(plan, judged);
  return judged;
}

function findJudged(plan: Plan): Judged[] {
  const { landscape, subjects } = survivalOf(plan);
  const fleets = new Map<Database, Set<string>>();
  const judged: Judged[] = [];
  for (const { database, plans } of subjects) {
    const [first] = plans;
    const { source, home } = first;
    if (!first.distributed && plans.length === 1 && home.fleet !== undefined) {
      const seen = fleets.get(source) ?? new Set();
      if (seen.has(home.fleet)) continue;
      fleets.set(source, seen.add(home.fleet));
    }
    if (!plans.some(isLaidOutAnew)) judged.push({ database, landscape, source, plans });
  }
  return judged;
}

/** Whether something else is wrong with where a database stands, so that what becomes of it is not worth judging yet. */
export function isLaidOutWrong(
  { database, plans }: Pick<Judged, 'database' | 'plans'>,
  landscape: Landscape,
): boolean {
  if (plans.some(isLaidOutAnew)) return true;
  const { survive = 'none' } = plans[0].source;
  if (survive === 'none') return false;
  return !onceForAlike(database, landscape, ['meets', survive], () => meets(survive, database, landscape));
}

function isLaidOutAnew(database: DatabasePlan): boolean {
  if (database.provider === 'kubedb') return isRefusedCount(database) || crowdedClusters(database).length > 0;
  const votes = votesOf(database);
  if (votes !== undefined && votes % 2 === 0) return true;
  const nodes = eligibleNodes(database);
  if (database.spread.node !== 'DoNotSchedule' || nodes === undefined) return false;
  return database.replicas + (takesNode(database) ? 1 : 0) > nodes;
}

/** The entry of a placement that stands for a cluster. */
export function entryOf(
  { source, plans }: Pick<Judged, 'source' | 'plans'>,
  name: string,
): Placement | undefined {
  for (const { placements, home } of plans) {
    for (const { cluster } of [...placements, { cluster: home }]) {
      if (cluster.name !== name) continue;
      const entry = source.placement.find(({ cluster: each }) => each === (cluster.fleet ?? cluster.name));
      if (entry) return entry;
    }
  }
  return undefined;
}

/** Where the replicas of a cluster are said. */
export function replicasSpanOn(judged: Pick<Judged, 'source' | 'plans'>, cluster: string | undefined): Span {
  const entry = cluster === undefined ? undefined : entryOf(judged, cluster);
  return entry ? valueSpan(entry, 'replicas') : valueSpan(judged.source, 'placement');
}

/** The cluster that a failure hits most: one that is lost as a whole, else the one with the most that is lost. */
export function hitMost(losses: readonly Loss[], { lost }: Outcome): string | undefined {
  for (const loss of losses) if (loss.kind === 'cluster') return loss.cluster;
  const counts = new Map<string, number>();
  for (const { cluster } of lost) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  let most: string | undefined;
  for (const [cluster, count] of counts) if (count > (counts.get(most ?? '') ?? 0)) most = cluster;
  return most;
}
