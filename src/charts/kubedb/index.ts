import { databasesOf, type Plan } from '../../plan/index.js';
import type { Charts } from '../charts.js';
import type { System } from '../system.js';
import { KubedbMariaDB } from './mariadb.js';
import { DatabasePlacement } from './placement-policy.js';
import { KubedbPostgres } from './postgres.js';
import { kubedbSteps } from './runbook.js';
import { operatorValues } from './values.js';

export { type KubedbDatabaseProps, KubedbMariaDB } from './mariadb.js';
export { DatabasePlacement, type DatabasePlacementProps } from './placement-policy.js';
export { KubedbPostgres } from './postgres.js';

/** KubeDB: placement and databases, on the hub when they are distributed. */
export const kubedb: System = {
  name: 'kubedb',
  build,
  values: operatorValues,
  steps: kubedbSteps,
};

function build(charts: Charts, plan: Plan): void {
  const { slice, releases } = plan;
  for (const database of databasesOf(plan, 'kubedb')) {
    const id = `${database.namespace}-${database.name}`;
    if (database.distributed && slice) {
      new DatabasePlacement(charts.of(database.home.name, '60-placement'), id, { database, slice });
    }
    const Engine = database.engine === 'mariadb' ? KubedbMariaDB : KubedbPostgres;
    new Engine(charts.of(database.home.name, '70-database'), id, { database, release: releases.kubedb });
  }
}
