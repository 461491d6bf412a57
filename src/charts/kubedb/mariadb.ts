import { Construct } from 'constructs';
import { MariaDB } from '../../imports/index.js';
import type { KubedbDatabasePlan, KubedbRelease } from '../../plan/index.js';
import { from } from '../origin.js';
import { configuration, databaseSpec, podSpec } from './database-spec.js';

/** What a KubeDB database construct needs. */
export interface KubedbDatabaseProps {
  readonly database: KubedbDatabasePlan;
  readonly release: KubedbRelease;
}

/** A MariaDB of KubeDB: a Galera cluster from two replicas on. */
export class KubedbMariaDB extends Construct {
  constructor(scope: Construct, id: string, { database, release }: KubedbDatabaseProps) {
    super(scope, id);
    const { source } = database;
    const spec = podSpec(database, 'mariadb');
    const secret = source.kubedb?.configurationSecret;
    const mariadb = new MariaDB(this, 'mariadb', {
      metadata: { name: database.name, namespace: database.namespace },
      spec: {
        ...databaseSpec(database),
        // KubeDB fills in a missing topology but not a missing mode: said, it is what it says in every release.
        topology: database.replicas > 1 ? { mode: 'GaleraCluster' } : undefined,
        wsrepSSTMethod: source.kubedb?.wsrepSSTMethod,
        requireSSL: source.tls ? (source.tls.required ?? true) : undefined,
        // Only files that end in .cnf are read; KubeDB puts its own prefix before the name, so that they come last.
        configuration: release.configuration ? configuration(database, 'dbspan.cnf') : undefined,
        configSecret: release.configuration || secret === undefined ? undefined : { name: secret },
        podTemplate: spec && { spec },
      },
    });
    from(source, `databases[${database.name}]`, mariadb);
  }
}
