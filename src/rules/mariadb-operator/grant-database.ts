import { nearest, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { ownDatabases } from './own-databases.js';

/** Privileges are on a database that the same file makes, where it makes any. */
export const grantDatabase = defineRule({
  id: 'mariadb-operator/grant-database',
  severity: 'info',
  why: 'MariaDB takes privileges on a database that does not exist, so a misspelt name shows only as an access that is denied',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/grant_types.go',
  messages: {
    unknown: (p: { user: string; name: string; database: string }) =>
      `${p.user} gets privileges on ${p.name}, which is none of the databases of ${p.database}`,
  },
  checkTopology({ databases }, report) {
    for (const { name: database, mariadbOperator } of databases) {
      const known = mariadbOperator?.databases?.map(({ name }) => name);
      if (!known) continue;
      for (const user of mariadbOperator?.users ?? []) {
        for (const grant of user.grants ?? []) {
          const { database: name = '*' } = grant;
          // A pattern, or one that the server brings itself.
          if (/[*%\\]/.test(name) || known.includes(name) || ownDatabases.has(name)) continue;
          const meant = nearest(name, known);
          report('unknown', { user: user.name, name, database })
            .at(valueSpan(grant, 'database'))
            .fix(
              meant === undefined
                ? `add it to mariadbOperator.databases, unless something else makes it`
                : `did you mean ${meant}?`,
            );
        }
      }
    }
  },
});
