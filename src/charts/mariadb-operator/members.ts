import { Construct } from 'constructs';
import { OperatorExternalMariaDB } from '../../imports/index.js';
import { from } from '../origin.js';
import type { MariadbOperatorDatabaseProps } from './mariadb.js';

/** How the servers of a database that spans clusters reach each other; every cluster has all of them. */
export class MariadbOperatorMembers extends Construct {
  constructor(scope: Construct, id: string, { database }: MariadbOperatorDatabaseProps) {
    super(scope, id);
    const { multiCluster, namespace, rootPassword, tls, source } = database;
    const said = source.mariadbOperator?.multiCluster?.members ?? [];
    for (const [index, { name, host, port }] of (multiCluster?.members ?? []).entries()) {
      const object = new OperatorExternalMariaDB(this, name, {
        metadata: { name, namespace },
        spec: {
          host,
          port,
          username: 'root',
          passwordSecretKeyRef: { name: rootPassword.name, key: rootPassword.key },
          tls: tls.enabled
            ? { enabled: true, serverCASecretRef: { name: tls.authority }, mutual: false }
            : { enabled: false },
        },
      });
      const member = said[index];
      const pointer = `databases[${source.name}].mariadbOperator.multiCluster`;
      from(member ?? source, `${pointer}.members[${member?.cluster ?? name}]`, object);
    }
  }
}
