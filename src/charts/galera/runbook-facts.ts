import type { ClusterPlan, StatefulSetDatabasePlan } from '../../plan/index.js';
import { kubectl, type Reached } from '../runbook-step.js';
import { selectorOf } from './names.js';
import { claim } from './volumes.js';

/** One entry of the topology: the same database on one cluster, or on each of several. */
export interface Entry {
  /** Namespace and name, as people read them. */
  readonly title: string;
  /** The first of them: what they have in common is read from it. */
  readonly database: StatefulSetDatabasePlan;
  readonly clusters: readonly ClusterPlan[];
  /** The database on a cluster. */
  on(cluster: ClusterPlan): StatefulSetDatabasePlan;
}

/** Databases by the entry that they come from. */
export function byEntry(databases: readonly StatefulSetDatabasePlan[]): Entry[] {
  const groups = new Map<object, StatefulSetDatabasePlan[]>();
  for (const database of databases) {
    const known = groups.get(database.source);
    if (known) known.push(database);
    else groups.set(database.source, [database]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [database] = alike;
    if (!database) return [];
    const byCluster = new Map(alike.map((each) => [each.home, each]));
    return [
      {
        title: `${database.namespace}/${database.name}`,
        database,
        clusters: alike.map(({ home }) => home),
        on: (cluster: ClusterPlan) => byCluster.get(cluster) ?? database,
      },
    ];
  });
}

/** The one cluster that commands are about: known, or named first by whoever pastes them. */
export interface Chosen {
  readonly cluster: Reached;
  /** Lines that name it. */
  readonly lines: readonly string[];
}

/** Where something is mended: on one cluster at a time. */
export function chosenCluster({ clusters }: Entry): Chosen {
  const [first, ...others] = clusters;
  if (first && others.length === 0) return { cluster: first, lines: [] };
  return {
    cluster: { name: '$cluster', context: '$context', looped: true },
    lines: [`cluster=${first?.name} context=${first?.context} # the one that it is about`],
  };
}

/** kubectl in the database's namespace. */
export function inNamespace(cluster: Reached, { namespace }: StatefulSetDatabasePlan): string {
  return `${kubectl(cluster)} -n ${namespace}`;
}

/** Selects the members, and their claims. */
export function memberSelector(database: StatefulSetDatabasePlan): string {
  const labels = Object.entries(selectorOf(database, 'database'));
  return labels.map(([label, value]) => `${label}=${value}`).join(',');
}

/** Ordinals as the shell counts them. */
export function ordinals({ replicas }: StatefulSetDatabasePlan): string {
  return Array.from({ length: replicas }, (_, ordinal) => ordinal).join(' ');
}

/** Name of the claim of a member. */
export function claimOf({ name }: StatefulSetDatabasePlan, ordinal: string | number): string {
  return `${claim}-${name}-${ordinal}`;
}

/** Members that count, the arbitrator among them. */
export function groupSize({ replicas, arbitrator }: StatefulSetDatabasePlan): number {
  return replicas + (arbitrator ? 1 : 0);
}
