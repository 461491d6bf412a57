import { Construct } from 'constructs';
import { OperatorConnection, OperatorDatabase, OperatorGrant, OperatorUser } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan, OperatorUserPlan } from '../../plan/index.js';
import { from } from '../origin.js';
import type { MariadbOperatorDatabaseProps } from './mariadb.js';

/** The accounts and databases that the operator makes on a server. */
export class MariadbOperatorAccounts extends Construct {
  constructor(scope: Construct, id: string, { database }: MariadbOperatorDatabaseProps) {
    super(scope, id);
    for (const user of database.users) this.#addUser(database, user);
    this.#addDatabases(database);
  }

  #addUser({ name, namespace, source }: MariadbOperatorDatabasePlan, user: OperatorUserPlan): void {
    const mariaDbRef = { name };
    const { objectName, host, cleanup, connection, grants } = user;
    const { name: account, passwordSecret } = user.source;
    const password = { name: passwordSecret.name, key: passwordSecret.key ?? 'password' };
    const pointer = `databases[${source.name}].mariadbOperator.users[${account}]`;
    const object = new OperatorUser(this, `user-${objectName}`, {
      metadata: { name: objectName, namespace },
      spec: {
        mariaDbRef,
        name: account,
        host,
        passwordSecretKeyRef: password,
        maxUserConnections: user.maxConnections,
        cleanupPolicy: cleanup,
      },
    });
    from(user.source, pointer, object);
    for (const grant of grants) {
      const granted = new OperatorGrant(this, `grant-${grant.objectName}`, {
        metadata: { name: grant.objectName, namespace },
        spec: {
          mariaDbRef: { ...mariaDbRef },
          username: account,
          host,
          database: grant.database,
          table: grant.table,
          privileges: [...grant.privileges],
          grantOption: grant.grantOption,
          cleanupPolicy: cleanup,
        },
      });
      from(grant.source, `${pointer}.grants`, granted);
    }
    if (!connection) return;
    const connected = new OperatorConnection(this, `connection-${objectName}`, {
      metadata: { name: objectName, namespace },
      spec: {
        mariaDbRef: { ...mariaDbRef },
        username: account,
        passwordSecretKeyRef: { ...password },
        database: connection.database,
        secretName: connection.secret,
        secretTemplate: {
          usernameKey: 'username',
          passwordKey: 'password',
          hostKey: 'host',
          portKey: 'port',
          databaseKey: connection.database === undefined ? undefined : 'database',
        },
      },
    });
    from(user.source, `${pointer}.connectionSecret`, connected);
  }

  #addDatabases({ name, namespace, source, schemas }: MariadbOperatorDatabasePlan): void {
    for (const schema of schemas) {
      const object = new OperatorDatabase(this, `database-${schema.objectName}`, {
        metadata: { name: schema.objectName, namespace },
        spec: {
          mariaDbRef: { name },
          name: schema.name,
          characterSet: schema.characterSet,
          collate: schema.collation,
          // An object that left the repository must not take the data along.
          cleanupPolicy: 'Skip',
        },
      });
      from(schema.source, `databases[${source.name}].mariadbOperator.databases[${schema.name}]`, object);
    }
  }
}
