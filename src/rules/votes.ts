import { pinOf } from '../plan/index.js';
import type { SiteDatabase } from './sites.js';

type Arbitrator = NonNullable<NonNullable<SiteDatabase['source']['statefulset']>['arbitrator']>;

/** The arbitrator of a database; only those without an operator can have one. */
export function arbitratorOf({ provider, source }: SiteDatabase): Arbitrator | undefined {
  return provider === 'statefulset' ? source.statefulset?.arbitrator : undefined;
}

/** Whether the arbitrator takes one of the nodes that are counted: not where its zone is none of them. */
export function takesNode(database: SiteDatabase): boolean {
  const arbitrator = arbitratorOf(database);
  if (!arbitrator || database.spread.node !== 'DoNotSchedule' || pinOf(database.source)) return false;
  const { nodes } = database.home.source;
  return typeof nodes !== 'object' || arbitrator.zone === undefined || Object.hasOwn(nodes, arbitrator.zone);
}

/** Votes of a Galera cluster; undefined for a database that is none. A replica alone has an arbitrator only by mistake. */
export function votesOf(database: SiteDatabase): number | undefined {
  const { replication, replicas } = database;
  const arbitrator = arbitratorOf(database);
  if (replication !== 'galera' && !arbitrator) return undefined;
  return replicas + (arbitrator ? 1 : 0);
}
