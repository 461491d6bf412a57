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

  test('is content with a credential', () => {
    expect(findingsBy(id, object('User', { passwordSecretKeyRef: '{ name: a, key: b }' }))).toEqual([]);
    expect(
      findingsBy(id, object('User', { passwordPlugin: '{ pluginNameSecretKeyRef: { name: a, key: b } }' })),
    ).toEqual([]);
  });
});
