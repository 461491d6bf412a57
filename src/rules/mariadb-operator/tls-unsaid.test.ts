import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/tls-unsaid';

describe(id, () => {
  test('notes that nothing is said', () => {
    expect(findingsBy(id, mariadb({ tls: '' }))).toEqual([
      'info mariadb-operator/tls-unsaid 6:1 orders does not say whether it uses TLS',
    ]);
    expect(fixesBy(id, mariadb({ tls: '' }))).toEqual([
      'write tls: { enabled: true }, with required: true if no client may do without',
    ]);
  });

  test('is content with a word, and leaves half a word to another rule', () => {
    expect(findingsBy(id, mariadb())).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ enabled: false }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ required: true }' }))).toEqual([]);
  });
});
