import type { ClusterPlan, DatabasePlan, Plan, SlicePlan } from '../plan/index.js';
import type { OwnObject } from './objects.js';
import type { Steps } from './place.js';

/** What the tables of a database's objects see. */
export interface DatabaseContext<Database extends DatabasePlan = DatabasePlan> {
  readonly plan: Plan;
  readonly database: Database;
  readonly object: OwnObject;
}

/** Steps to a field of the database's entry. */
export function inDatabase({ plan, database }: DatabaseContext, ...steps: Steps): Steps {
  return ['databases', indexIn(plan.topology.databases, database.source), ...steps];
}

/** What the tables of a cluster's files see. */
export interface ClusterContext {
  readonly plan: Plan;
  readonly cluster: ClusterPlan;
}

/** Steps to a field of a cluster's entry, or of that of its fleet. */
export function inCluster({ plan, cluster }: ClusterContext, ...steps: Steps): Steps {
  return ['clusters', indexIn(plan.topology.clusters, cluster.source), ...steps];
}

/** What says the name of a cluster. */
export function nameOfCluster(context: ClusterContext): Steps {
  return inCluster(context, context.cluster.fleet === undefined ? 'name' : 'fleet');
}

/** What the tables of the slice's files see. */
export interface SliceContext {
  readonly plan: Plan;
  readonly slice: SlicePlan;
}

/** What says the name of the project: of the slice, or of the program. */
export function projectName({ plan }: Pick<SliceContext, 'plan'>): Steps {
  return plan.topology.slice?.project === undefined ? ['metadata', 'name'] : ['slice', 'project'];
}

/** Steps to a field of the cluster to which a database's object goes. */
export function atHome({ plan, database }: DatabaseContext, ...steps: Steps): Steps {
  return inCluster({ plan, cluster: database.home }, ...steps);
}

const indices = new WeakMap<readonly unknown[], ReadonlyMap<unknown, number>>();

/** Number of an item in a list of the topology, looked up. */
export function indexIn(list: readonly unknown[], item: unknown): number {
  let index = indices.get(list);
  if (!index) {
    index = new Map(list.map((each, at) => [each, at]));
    indices.set(list, index);
  }
  return index.get(item) ?? -1;
}
