import type { ClusterPlan, KubedbDatabasePlan } from '../../plan/index.js';

/** A cluster that holds database objects, and whose they are. */
export interface Home {
  readonly home: ClusterPlan;
  readonly databases: readonly KubedbDatabasePlan[];
}

/** Databases by the cluster of their objects: all on the hub when they are distributed. */
export function byHome(databases: readonly KubedbDatabasePlan[]): Home[] {
  const homes = new Map<string, { home: ClusterPlan; databases: KubedbDatabasePlan[] }>();
  for (const database of databases) {
    const known = homes.get(database.home.name);
    if (known) known.databases.push(database);
    else homes.set(database.home.name, { home: database.home, databases: [database] });
  }
  return [...homes.values()];
}

/** What the commands of the runbook call each engine. */
export const kinds = {
  mariadb: {
    kind: 'MariaDB',
    resource: 'mariadbs.kubedb.com',
    versions: 'mariadbversions.catalog.kubedb.com',
    user: 'root',
    port: 3306,
  },
  postgres: {
    kind: 'Postgres',
    resource: 'postgreses.kubedb.com',
    versions: 'postgresversions.catalog.kubedb.com',
    user: 'postgres',
    port: 5432,
  },
} as const;
