import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/root-password';

describe(id, () => {
  test('reports both', () => {
    expect(
      findingsBy(id, mariadb({ rootEmptyPassword: 'true', rootPasswordSecretKeyRef: '{ name: a, key: b }' })),
    ).toEqual([
      'error mariadb-operator/root-password 7:22 root of orders has a password and is to have none',
    ]);
    expect(
      fixesBy(id, mariadb({ rootEmptyPassword: 'true', rootPasswordSecretKeyRef: '{ name: a, key: b }' })),
    ).toEqual(['remove rootEmptyPassword']);
  });

  test('is content with one', () => {
    expect(
      findingsBy(
        id,
        mariadb({ rootEmptyPassword: 'false', rootPasswordSecretKeyRef: '{ name: a, key: b }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ rootEmptyPassword: 'true' }))).toEqual([]);
  });
});
