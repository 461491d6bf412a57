import type { MariadbOperatorDatabasePlan, Plan } from '../../plan/index.js';
import { firstSitesOf } from '../sites.js';

/** One of the databases that each entry of mariadb-operator stands for. */
export function entriesOf(plan: Plan): MariadbOperatorDatabasePlan[] {
  return firstSitesOf(plan).filter((database): database is MariadbOperatorDatabasePlan => {
    return database.provider === 'mariadb-operator';
  });
}
