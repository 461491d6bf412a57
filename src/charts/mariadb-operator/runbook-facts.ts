import { type ClusterPlan, type MariadbOperatorDatabasePlan, shellWord } from '../../plan/index.js';
import { onEachCluster, onOneCluster, type Reached } from '../runbook-step.js';

/** Namespace of the operator, on every cluster. */
export const operatorNamespace = 'mariadb-operator';

/** What is one database in the topology: on one cluster, on each of a fleet, or spanning several. */
export interface Entry {
  /** As the runbook calls it. */
  readonly title: string;
  readonly namespace: string;
  /** The first of them; those of a fleet are all like it. */
  readonly first: MariadbOperatorDatabasePlan;
  readonly databases: readonly MariadbOperatorDatabasePlan[];
}

/** Databases by their entry in the topology. */
export function byEntry(databases: readonly MariadbOperatorDatabasePlan[]): Entry[] {
  const entries = new Map<object, Entry & { databases: MariadbOperatorDatabasePlan[] }>();
  for (const database of databases) {
    const { source, namespace } = database;
    const known = entries.get(source);
    if (known) known.databases.push(database);
    else {
      const title = `${namespace}/${source.name}`;
      entries.set(source, { title, namespace, first: database, databases: [database] });
    }
  }
  return [...entries.values()];
}

type Given = (cluster: Reached, database: MariadbOperatorDatabasePlan) => string | readonly string[];

/** Commands for the database of each cluster; one loop for those of a fleet. */
export function onEachDatabase(databases: readonly MariadbOperatorDatabasePlan[], given: Given): string[] {
  return withCluster(databases, given, onEachCluster);
}

/** Commands for the database of one cluster that the reader picks. */
export function onOneDatabase(databases: readonly MariadbOperatorDatabasePlan[], given: Given): string[] {
  return withCluster(databases, given, onOneCluster);
}

function withCluster(
  databases: readonly MariadbOperatorDatabasePlan[],
  given: Given,
  on: typeof onEachCluster,
): string[] {
  const byCluster = new Map<ClusterPlan, MariadbOperatorDatabasePlan[]>();
  for (const database of databases) {
    const known = byCluster.get(database.home);
    if (known) known.push(database);
    else byCluster.set(database.home, [database]);
  }
  return on([...byCluster.keys()], (cluster, one) => {
    const lines = (byCluster.get(one) ?? []).flatMap((database) => given(cluster, database));
    return [...new Set(lines)];
  });
}

/** The kinds of the operator as commands name them, whatever other operator has kinds of these names. */
export const kinds = {
  mariadb: 'mariadbs.k8s.mariadb.com',
  external: 'externalmariadbs.k8s.mariadb.com',
  user: 'users.k8s.mariadb.com',
  grant: 'grants.k8s.mariadb.com',
  database: 'databases.k8s.mariadb.com',
  connection: 'connections.k8s.mariadb.com',
  backup: 'backups.k8s.mariadb.com',
  physicalBackup: 'physicalbackups.k8s.mariadb.com',
} as const;

/** A query as root in the container of a server, whose own password it uses. */
export function inServer(query: string): string {
  return `sh -c 'MYSQL_PWD="$MARIADB_ROOT_PASSWORD" mariadb -uroot -BN -e "$1"' sh ${shellWord(query)}`;
}
