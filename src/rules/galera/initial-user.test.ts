import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const having = (name: string): string[] =>
  findingsOf(
    siteTopology +
      lines(`statefulset: { initialUser: { name: ${name}, database: wiki, passwordSecret: { name: app } } }`),
  );

test.each(['root', 'mysql', 'mariadb.sys', 'healthcheck'])('the account %s', (name) => {
  expect(having(name)).toEqual([
    `error galera/initial-user 22:41 the first account of wiki is ${name}, which the server makes itself`,
  ]);
});

test('an account of its own', () => {
  expect(having('app')).toEqual([]);
});
