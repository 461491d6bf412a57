import type { Span } from '../diagnostics/index.js';
import {
  type DatabasePlan,
  type MariadbOperatorDatabasePlan,
  nodeCount,
  type Plan,
  pinOf,
  type StatefulSetDatabasePlan,
} from '../plan/index.js';
import { type Database, type Placement, valueSpan } from '../topology/index.js';

/** A database that lives on one cluster. */
export type SiteDatabase = MariadbOperatorDatabasePlan | StatefulSetDatabasePlan;

/** The databases that live on one cluster each, in the order of the topology. */
export function sitesOf({ databases }: Pick<Plan, 'databases'>): SiteDatabase[] {
  return databases.filter((database): database is SiteDatabase => database.provider !== 'kubedb');
}

/** One of the databases that an entry of the topology stands for, where only the entry matters. */
export function firstSitesOf(plan: Pick<Plan, 'databases'>): SiteDatabase[] {
  const first = new Map<Database, SiteDatabase>();
  for (const database of sitesOf(plan)) if (!first.has(database.source)) first.set(database.source, database);
  return [...first.values()];
}

/** Whether a database lives on one cluster each. With a block for KubeDB that one is meant: provider/field says so. */
export function isOnSites({ provider, kubedb }: Database): boolean {
  return provider !== 'kubedb' && kubedb === undefined;
}

/** The entry of the placement that stands for a database on its cluster. */
export function siteEntry({ home, source }: DatabasePlan): Placement | undefined {
  const entry = home.fleet ?? home.name;
  return source.placement.find(({ cluster }) => cluster === entry);
}

/** Where the replicas of a database on its cluster are counted. */
export function replicasSpan(database: DatabasePlan): Span {
  const entry = siteEntry(database);
  return entry ? valueSpan(entry, 'replicas') : valueSpan(database.source, 'placement');
}

/** Nodes on which replicas may run, as far as the file says: a node selector may leave those of one zone, or one. */
export function eligibleNodes({ source, home }: SiteDatabase): number | undefined {
  const pin = pinOf(source);
  const { nodes } = home.source;
  if (pin?.unit === 'node') return 1;
  if (pin && typeof nodes === 'object') return nodes[pin.value];
  return nodeCount(home.source);
}
