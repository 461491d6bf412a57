import { databasesOf, type MariadbOperatorDatabasePlan, type Plan } from '../../plan/index.js';
import type { Database } from '../../topology/index.js';

/** One of the databases that each entry of mariadb-operator stands for: between clusters the primary, which has the accounts. */
export function entriesOf(plan: Plan): MariadbOperatorDatabasePlan[] {
  const entries = new Map<Database, MariadbOperatorDatabasePlan>();
  for (const database of databasesOf(plan, 'mariadb-operator')) {
    if (!entries.has(database.source) || database.multiCluster?.isPrimary)
      entries.set(database.source, database);
  }
  return [...entries.values()];
}
