import { databasesOf, type Plan } from '../../plan/index.js';
import type { Charts } from '../charts.js';
import type { System } from '../system.js';
import { GaleraArbitrator, GaleraCluster, GaleraMetrics } from './cluster.js';
import { galeraSteps } from './runbook.js';

export { GaleraArbitrator, GaleraCluster, GaleraMetrics, type GaleraProps } from './cluster.js';

/** Galera without an operator: a StatefulSet of the official image, and scripts that decide how it starts. */
export const galera: System = { name: 'galera', build, steps: galeraSteps };

function build(charts: Charts, plan: Plan): void {
  for (const database of databasesOf(plan, 'statefulset')) {
    const chart = charts.of(database.home.name, '70-database');
    const id = `${database.namespace}-${database.name}`;
    new GaleraCluster(chart, id, { database });
    if (database.arbitrator) new GaleraArbitrator(chart, `${id}-arbitrator`, { database });
    if (database.metrics) new GaleraMetrics(chart, `${id}-metrics`, { database });
  }
}
