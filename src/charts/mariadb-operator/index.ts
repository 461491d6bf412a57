import { databasesOf, type Plan } from '../../plan/index.js';
import type { Charts } from '../charts.js';
import type { System } from '../system.js';
import { MariadbOperatorAccounts } from './accounts.js';
import { MariadbOperatorBackups } from './backups.js';
import { MariadbOperatorMariaDB } from './mariadb.js';
import { MariadbOperatorMembers } from './members.js';
import { mariadbOperatorSteps } from './runbook.js';
import { operatorValues } from './values.js';

export { MariadbOperatorAccounts } from './accounts.js';
export { MariadbOperatorBackups } from './backups.js';
export { type MariadbOperatorDatabaseProps, MariadbOperatorMariaDB } from './mariadb.js';
export { MariadbOperatorMembers } from './members.js';

/** mariadb-operator: each database on the cluster that it lives on. */
export const mariadbOperator: System = {
  name: 'mariadb-operator',
  build,
  values: operatorValues,
  steps: mariadbOperatorSteps,
};

function build(charts: Charts, plan: Plan): void {
  for (const database of databasesOf(plan, 'mariadb-operator')) {
    const chart = charts.of(database.home.name, '70-database');
    const id = `mariadb-operator-${database.namespace}-${database.name}`;
    new MariadbOperatorMembers(chart, `${id}-members`, { database });
    new MariadbOperatorMariaDB(chart, id, { database });
    new MariadbOperatorAccounts(chart, `${id}-accounts`, { database });
    new MariadbOperatorBackups(chart, `${id}-backups`, { database });
  }
}
