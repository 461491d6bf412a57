import type { Report, Span } from '../../diagnostics/index.js';
import type { MariadbOperatorDatabasePlan, OperatorSchemaPlan } from '../../plan/index.js';
import { headSpan, type User, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { entriesOf } from './entries.js';
import { ownDatabases } from './own-databases.js';

const messages = {
  same: (p: { first: string; second: string; object: string }) =>
    p.first === p.second
      ? `the account ${p.first} is there twice`
      : `the accounts ${p.first} and ${p.second} would both be the object ${p.object}`,
  twice: (p: { name: string; database: string }) => `${p.database} makes the database ${p.name} twice`,
  sameDatabase: (p: { first: string; second: string; object: string }) =>
    `the databases ${p.first} and ${p.second} would both be the object ${p.object}`,
  sameGrant: (p: { user: string; object: string }) =>
    `two grants of ${p.user} would both be the object ${p.object}`,
  ownDatabase: (p: { name: string }) => `the database ${p.name} is the server's own`,
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
      checkGrants(database, report);
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
      .fix(
        first.name === source.name
          ? 'remove one of the two'
          : 'choose names that differ in more than capitals and punctuation',
      );
  }
}

function checkGrants({ users }: MariadbOperatorDatabasePlan, report: Report<typeof messages>): void {
  for (const { grants, source } of users) {
    const seen = new Map<string, Span>();
    for (const grant of grants) {
      const span = headSpan(grant.source);
      const first = seen.get(grant.objectName);
      if (!first) {
        seen.set(grant.objectName, span);
        continue;
      }
      report('sameGrant', { user: source.name, object: grant.objectName })
        .at(span)
        .related(first, 'the other')
        .fix(
          'write the privileges on one place in one grant; where they differ in punctuation only, make an account for each',
        );
    }
  }
}

function checkDatabases(
  { schemas, source }: MariadbOperatorDatabasePlan,
  report: Report<typeof messages>,
): void {
  const seen = new Map<string, OperatorSchemaPlan['source']>();
  for (const { objectName, source: database } of schemas) {
    const { name } = database;
    const span = valueSpan(database, 'name');
    if (ownDatabases.has(name.toLowerCase())) {
      report('ownDatabase', { name }).at(span).fix('remove it, or choose another name');
      continue;
    }
    const first = seen.get(objectName);
    if (!first) {
      seen.set(objectName, database);
    } else if (first.name === name) {
      report('twice', { name, database: source.name })
        .at(span)
        .related(valueSpan(first, 'name'), 'the other')
        .fix('remove one of the two');
    } else {
      report('sameDatabase', { first: first.name, second: name, object: objectName })
        .at(span)
        .related(valueSpan(first, 'name'), 'the other')
        .fix('choose names that differ in more than capitals and punctuation');
    }
  }
}
