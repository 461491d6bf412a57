import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/user-locked';

describe(id, () => {
  test('reports a user that cannot log in', () => {
    expect(findingsBy(id, object('User', { mariaDbRef: '{ name: orders }' }))).toEqual([
      'warning mariadb-operator/user-locked 4:9 nightly has neither a password, nor the hash of one, nor a plugin',
    ]);
    expect(fixesBy(id, object('User', { mariaDbRef: '{ name: orders }' }))).toEqual([
      'name a Secret as passwordSecretKeyRef',
    ]);
  });

  test('reports a user that everybody with TLS is', () => {
    const open = object('User', { require: '{ ssl: true }' });
    expect(findingsBy(id, open)).toEqual([
      'warning mariadb-operator/user-locked 7:14 nightly is let in without a password by all who connect with TLS',
    ]);
    expect(fixesBy(id, open)).toEqual([
      'name a Secret as passwordSecretKeyRef, or ask for a certificate: x509: true',
    ]);
  });

  test('is content with a certificate in place of a password', () => {
    for (const require of ['{ x509: true }', '{ issuer: /CN=ca, subject: /CN=app }', '{ subject: /CN=app }'])
      expect(findingsBy(id, object('User', { require }))).toEqual([]);
  });

  test('is content with a credential', () => {
    expect(findingsBy(id, object('User', { passwordSecretKeyRef: '{ name: a, key: b }' }))).toEqual([]);
    expect(
      findingsBy(id, object('User', { passwordPlugin: '{ pluginNameSecretKeyRef: { name: a, key: b } }' })),
    ).toEqual([]);
  });
});
