import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object, together } from './objects.testing.js';

const id = 'mariadb-operator/grant-user';

describe(id, () => {
  test('reports an account that nobody makes', () => {
    expect(
      findingsBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'apps' }),
        ),
      ),
    ).toEqual(['warning mariadb-operator/grant-user 16:13 nightly is for apps, whom none of the Users is']);
    expect(
      findingsBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }', host: '10.0.0.1' }, { name: 'app' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'app' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/grant-user 17:13 nightly is for app@%, and the User is app@10.0.0.1',
    ]);
    expect(
      fixesBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'apps' }),
        ),
      ),
    ).toEqual(['did you mean app?']);
  });

  test('is content with accounts that are made, and where users are made elsewhere', () => {
    expect(
      findingsBy(
        id,
        together(
          object('User', { mariaDbRef: '{ name: orders }', name: 'app' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'app' }),
        ),
      ),
    ).toEqual([]);
    expect(findingsBy(id, object('Grant', { mariaDbRef: '{ name: orders }', username: 'app' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ username: 'first' }),
          object('User', { mariaDbRef: '{ name: orders }' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'first' }),
          object('Grant', { mariaDbRef: '{ name: orders }', username: 'root' }),
        ),
      ),
    ).toEqual([]);
  });
});
