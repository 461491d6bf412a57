import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object } from './objects.testing.js';

const id = 'mariadb-operator/names';

describe(id, () => {
  test('reports a name that is too long', () => {
    expect(findingsBy(id, mariadb({}, { name: 'a'.repeat(53) }))).toEqual([
      'error mariadb-operator/names 4:9 the name of the MariaDB aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa has 53 characters, and may have 52',
    ]);
    expect(fixesBy(id, mariadb({}, { name: `${'a'.repeat(51)}-bcd` }))).toEqual([
      'shorten it, for example to aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ]);
    expect(
      findingsBy(id, object('MaxScale', { mariaDbRef: '{ name: orders }' }, { name: 'a'.repeat(53) })),
    ).toEqual([
      'error mariadb-operator/names 4:9 the name of the MaxScale aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa has 53 characters, and may have 52',
    ]);
  });

  test('reports a name that no Service has', () => {
    expect(findingsBy(id, mariadb({}, { name: 'shop.orders' }))).toEqual([
      'error mariadb-operator/names 4:9 no Service can have the name of the MariaDB shop.orders',
    ]);
    expect(findingsBy(id, mariadb({}, { name: '1st' }))).toEqual([
      'error mariadb-operator/names 4:9 no Service can have the name of the MariaDB 1st',
    ]);
  });

  test('is content with others', () => {
    expect(findingsBy(id, mariadb({}, { name: 'a'.repeat(52) }))).toEqual([]);
    expect(findingsBy(id, mariadb({}, { name: 'a-1' }))).toEqual([]);
    expect(findingsBy(id, object('User', { mariaDbRef: '{ name: orders }' }, { name: 'shop.app' }))).toEqual(
      [],
    );
  });
});
