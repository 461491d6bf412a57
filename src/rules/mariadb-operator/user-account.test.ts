import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/user-account';

describe(id, () => {
  test('reports several ways to log in', () => {
    expect(
      findingsBy(
        id,
        object('User', {
          passwordSecretKeyRef: '{ name: a, key: b }',
          passwordHashSecretKeyRef: '{ name: a, key: b }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/user-account 8:3 nightly can log in in more than one way: passwordSecretKeyRef and passwordHashSecretKeyRef',
    ]);
    expect(
      findingsBy(id, object('User', { passwordPlugin: '{ pluginArgSecretKeyRef: { name: a, key: b } }' })),
    ).toEqual([
      'error mariadb-operator/user-account 7:21 nightly has the argument of a plugin, and no plugin',
    ]);
    expect(
      fixesBy(id, object('User', { passwordPlugin: '{ pluginArgSecretKeyRef: { name: a, key: b } }' })),
    ).toEqual(['name the plugin as pluginNameSecretKeyRef']);
  });

  test('reports none and several kinds of TLS', () => {
    expect(findingsBy(id, object('User', { require: '{ ssl: false }' }))).toEqual([
      'error mariadb-operator/user-account 7:3 nightly is to require TLS, and of what kind is not said',
    ]);
    expect(findingsBy(id, object('User', { require: '{ ssl: true, x509: true }' }))).toEqual([
      'error mariadb-operator/user-account 7:3 nightly requires TLS of more than one kind: ssl and x509',
    ]);
    expect(findingsBy(id, object('User', { require: '{ x509: true, subject: /CN=a }' }))).toEqual([
      'error mariadb-operator/user-account 7:3 nightly requires TLS of more than one kind: x509 and subject',
    ]);
  });

  test('is content with one', () => {
    expect(
      findingsBy(
        id,
        object('User', {
          passwordSecretKeyRef: '{ name: a, key: b }',
          require: '{ issuer: /CN=a, subject: /CN=b }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, object('User', { require: '{ ssl: true }' }))).toEqual([]);
  });
});
