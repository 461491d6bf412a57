import type { Report } from '../../diagnostics/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { type User, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { entriesOf } from './entries.js';

const messages = {
  same: (p: { first: string; second: string; object: string }) =>
    p.first === p.second
      ? `the account ${p.first} is there twice`
      : `the accounts ${p.first} and ${p.second} would both be the object ${p.object}`,
  twice: (p: { name: string; database: string }) => `${p.database} makes the database ${p.name} twice`,
  root: (p: { name: string }) => `the account ${p.name} is the server's own`,
};

/** Accounts and databases on a server are objects of their own, each with a name that no other one has. */
export const accountObjects = defineRule({
  id: 'mariadb-operator/account-objects',
  severity: 'error',
  why: 'of two objects of one name the later takes the place of the earlier, whose account is never made or loses its privileges',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/user_types.go',
  messages,
  checkPlan(plan, report) {
    for (const database of entriesOf(plan)) {
      checkUsers(database, report);
      checkDatabases(database, report);
    }
  },
});

/** Accounts that MariaDB or the operator makes itself. */
const own: ReadonlySet<string> = new Set(['root', 'mariadb.sys', 'mysql']);

function checkUsers({ users }: MariadbOperatorDatabasePlan, report: Report<typeof messages>): void {
  const seen = new Map<string, User>();
  for (const { objectName, source } of users) {
    const span = valueSpan(source, 'name');
    if (own.has(source.name)) {
      report('root', { name: source.name })
        .at(span)
        .fix('choose another name; the password of root is that of rootPasswordSecret');
      continue;
    }
    const first = seen.get(objectName);
    if (!first) {
      seen.set(objectName, source);
      continue;
    }
    report('same', { first: first.name, second: source.name, object: objectName })
      .at(span)
      .related(valueSpan(first, 'name'), 'the other')
      .fix('choose names that differ in more than capitals and punctuation');
  }
}

function checkDatabases({ source }: MariadbOperatorDatabasePlan, report: Report<typeof messages>): void {
  const seen = new Set<string>();
  for (const database of source.mariadbOperator?.databases ?? []) {
    if (seen.has(database.name)) {
      report('twice', { name: database.name, database: source.name })
        .at(valueSpan(database, 'name'))
        .fix('remove one of the two');
    }
    seen.add(database.name);
  }
}
