import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf, fixesOf } from '../testing.js';

const granted = (database: string, databases = '  databases: [{ name: shop }, { name: carts }]'): string =>
  operatorTopology +
  lines(
    'mariadbOperator:',
    databases,
    `  users: [{ name: app, passwordSecret: { name: app }, grants: [{ ${database}privileges: [SELECT] }] }]`,
  );

test('privileges on a database that the file does not make', () => {
  const text = granted('database: shopp, ');
  expect(findingsOf(text, true)).toEqual([
    'info mariadb-operator/grant-database 24:80 app gets privileges on shopp, which is none of the databases of wiki',
  ]);
  expect(fixesOf(text)).toEqual(['did you mean shop?']);
});

test.each([['database: shop, '], ['database: "*", '], ['database: "tenant%", '], ['database: sys, '], ['']])(
  'privileges on %s',
  (database) => {
    expect(findingsOf(granted(database), true)).toEqual([]);
  },
);

test('a file that makes no database', () => {
  expect(findingsOf(granted('database: other, ', '  metrics: { enabled: false }'), true)).toEqual([]);
});
