import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object, together } from './objects.testing.js';

const id = 'mariadb-operator/initial-user';

describe(id, () => {
  test('reports a user that is not made', () => {
    expect(findingsBy(id, mariadb({ username: 'app', passwordSecretKeyRef: '{ name: a, key: b }' }))).toEqual(
      [
        'warning mariadb-operator/initial-user 7:3 orders starts with a username and password and no database, so neither is made',
      ],
    );
    expect(findingsBy(id, mariadb({ database: 'app' }))).toEqual([
      'warning mariadb-operator/initial-user 7:3 orders starts with a database and no username and no password, so neither is made',
    ]);
    expect(findingsBy(id, mariadb({ passwordHashSecretKeyRef: '{ name: a, key: b }' }))).toEqual([
      'warning mariadb-operator/initial-user 7:3 orders starts with a password and no username and no database, so neither is made',
    ]);
    expect(fixesBy(id, mariadb({ database: 'app' }))).toEqual([
      'give all three: username, database and passwordSecretKeyRef; or make them by User, Database and Grant',
    ]);
  });

  test('reports an account that two objects make', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ username: 'app', database: 'app', passwordSecretKeyRef: '{ name: a, key: b }' }),
          object('User', { name: 'app', mariaDbRef: '{ name: orders }' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/initial-user 19:9 the User nightly is the account app@%, which orders makes too',
    ]);
    expect(
      findingsBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }),
          object('User', { name: 'app', mariaDbRef: '{ name: orders }' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/initial-user 15:9 the User nightly is the account app@%, which the User app makes too',
    ]);
    expect(
      fixesBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }),
          object('User', { name: 'app', mariaDbRef: '{ name: orders }' }),
        ),
      ),
    ).toEqual(['make each account by one object']);
  });

  test('is content with a whole one, with none, and with accounts that differ', () => {
    expect(findingsBy(id, mariadb())).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ username: 'app', database: 'app', passwordSecretKeyRef: '{ name: a, key: b }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ username: 'app', database: 'app', passwordSecretKeyRef: '{ name: a, key: b }' }),
          object('User', { name: 'app', host: '10.0.0.1', mariaDbRef: '{ name: orders }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }),
          object('User', { mariaDbRef: '{ name: books }' }, { name: 'app' }),
        ),
      ),
    ).toEqual([]);
    expect(findingsBy(id, object('User', {}))).toEqual([]);
  });
});
