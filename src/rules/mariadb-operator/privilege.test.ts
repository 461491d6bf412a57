import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf, fixesOf } from '../testing.js';

const id = 'mariadb-operator/privilege';
const grant = (text: string): string =>
  operatorTopology +
  lines(
    'mariadbOperator:',
    '  users:',
    '    - name: app',
    '      passwordSecret: { name: app }',
    `      grants: [{ ${text} }]`,
  );

test('a privilege that there is not', () => {
  const text = grant('database: app, privileges: [SELECT, SELEKT]');
  expect(findingsOf(text)).toEqual([`error ${id} 26:58 MariaDB has no privilege SELEKT`]);
  expect(fixesOf(text)).toEqual(['did you mean SELECT?']);
});

test('a privilege on the server, granted on a database', () => {
  expect(findingsOf(grant('database: app, privileges: [RELOAD]'))).toEqual([
    `error ${id} 26:50 RELOAD is a privilege on the whole server, and is granted on app`,
  ]);
  expect(findingsOf(grant('database: "*", privileges: [RELOAD]'))).toEqual([]);
  expect(findingsOf(grant('privileges: [REPLICATION SLAVE, SELECT]'))).toEqual([]);
});

test('privileges that there are', () => {
  expect(findingsOf(grant('database: app, privileges: [ALL PRIVILEGES]'))).toEqual([]);
  expect(
    findingsOf(grant('database: app, privileges: [SELECT, LOCK TABLES, SHOW VIEW, DELETE HISTORY]')),
  ).toEqual([]);
});
