import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, together } from './objects.testing.js';

const id = 'mariadb-operator/tls-unsaid';
const galera = '{ enabled: true }';

describe(id, () => {
  test('notes that nothing is said, once for all', () => {
    const silent = mariadb({ tls: '', galera });
    expect(findingsBy(id, silent)).toEqual([
      'info mariadb-operator/tls-unsaid 6:1 nothing says whether TLS is meant for orders',
    ]);
    expect(fixesBy(id, silent)).toEqual([
      'write tls: { enabled: true, galeraSSTEnabled: true }, with required: true if no client may do without',
    ]);
    const other = mariadb({ tls: '', galera }, { name: 'stock' });
    expect(findingsBy(id, together(silent, other))).toEqual([
      'info mariadb-operator/tls-unsaid 6:1 nothing says whether TLS is meant for orders and 1 more',
    ]);
  });

  test('is content with a word, and leaves half a word to another rule', () => {
    expect(findingsBy(id, mariadb({ galera }))).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ enabled: false }', galera }))).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ required: true }', galera }))).toEqual([]);
  });

  test('says nothing of servers between which no copies go in the clear', () => {
    expect(findingsBy(id, mariadb({ tls: '' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '', replication: galera }))).toEqual([]);
  });
});
