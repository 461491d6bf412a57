import type { Report } from '../../diagnostics/index.js';
import { nearest, type User, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  unknown: (p: { privilege: string }) => `MariaDB has no privilege ${p.privilege}`,
  global: (p: { privilege: string; database: string }) =>
    `${p.privilege} is a privilege on the whole server, and is granted on ${p.database}`,
};

/** Privileges are those of MariaDB, where it grants them. */
export const privilege = defineRule({
  id: 'mariadb-operator/privilege',
  severity: 'error',
  why: 'MariaDB refuses the whole statement, the operator tries it again and again, and the account gets no privilege at all',
  source: 'MariaDB/server sql/sql_acl.cc',
  messages,
  checkTopology({ databases }, report) {
    for (const { mariadbOperator } of databases) {
      for (const user of mariadbOperator?.users ?? []) {
        for (const grant of user.grants ?? []) check(grant, report);
      }
    }
  },
});

function check(grant: NonNullable<User['grants']>[number], report: Report<typeof messages>): void {
  const { database = '*', privileges } = grant;
  for (const [index, name] of privileges.entries()) {
    const place = valueSpan(privileges, index);
    if (onServer.has(name)) {
      if (database === '*') continue;
      report('global', { privilege: name, database })
        .at(place)
        .fix('move it to a grant of its own with database: "*", or remove it');
    } else if (!onDatabase.has(name)) {
      const meant = nearest(name, [...onDatabase, ...onServer]);
      report('unknown', { privilege: name })
        .at(place)
        .fix(meant === undefined ? 'write one as GRANT knows it, such as SELECT' : `did you mean ${meant}?`);
    }
  }
}

/** Privileges that may be on one database. */
const onDatabase: ReadonlySet<string> = new Set([
  'ALL',
  'ALL PRIVILEGES',
  'ALTER',
  'ALTER ROUTINE',
  'CREATE',
  'CREATE ROUTINE',
  'CREATE TEMPORARY TABLES',
  'CREATE VIEW',
  'DELETE',
  'DELETE HISTORY',
  'DELETE VERSIONING ROWS',
  'DROP',
  'EVENT',
  'EXECUTE',
  'GRANT OPTION',
  'INDEX',
  'INSERT',
  'LOCK TABLES',
  'REFERENCES',
  'SELECT',
  'SHOW CREATE ROUTINE',
  'SHOW VIEW',
  'TRIGGER',
  'UPDATE',
  'USAGE',
]);

/** Privileges that are on the whole server only. */
const onServer: ReadonlySet<string> = new Set([
  'BINLOG ADMIN',
  'BINLOG MONITOR',
  'BINLOG REPLAY',
  'CONNECTION ADMIN',
  'CREATE TABLESPACE',
  'CREATE USER',
  'FEDERATED ADMIN',
  'FILE',
  'PROCESS',
  'READ ONLY ADMIN',
  'RELOAD',
  'REPLICA MONITOR',
  'REPLICATION CLIENT',
  'REPLICATION MASTER ADMIN',
  'REPLICATION REPLICA',
  'REPLICATION REPLICA ADMIN',
  'REPLICATION SLAVE',
  'REPLICATION SLAVE ADMIN',
  'SET USER',
  'SHOW DATABASES',
  'SHUTDOWN',
  'SLAVE MONITOR',
  'SUPER',
]);
