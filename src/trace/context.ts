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
  return ['databases', plan.topology.databases.indexOf(database.source), ...steps];
}

/** What the tables of a cluster's files see. */
export interface ClusterContext {
  readonly plan: Plan;
  readonly cluster: ClusterPlan;
}

/** Steps to a field of a cluster's entry, or of that of its fleet. */
export function inCluster({ plan, cluster }: ClusterContext, ...steps: Steps): Steps {
  return ['clusters', plan.topology.clusters.indexOf(cluster.source), ...steps];
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
