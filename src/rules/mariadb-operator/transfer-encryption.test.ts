import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/transfer-encryption';

describe(id, () => {
  test('reports copies in the clear', () => {
    expect(findingsBy(id, mariadb({ ...galera, tls: '{ enabled: true, required: true }' }))).toEqual([
      'warning mariadb-operator/transfer-encryption 9:35 orders requires TLS, and does not encrypt the copies between its replicas',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({ ...galera, tls: '{ enabled: true, required: true, galeraSSTEnabled: false }' }),
      ),
    ).toEqual([
      'warning mariadb-operator/transfer-encryption 9:59 orders requires TLS, and does not encrypt the copies between its replicas',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, tls: '{ enabled: true, required: true }' }))).toEqual([
      'write tls.galeraSSTEnabled: true',
    ]);
  });

  test('is content where TLS is not required, or there are no copies', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ enabled: true, required: true }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ ...galera, tls: '{ enabled: true, required: true, galeraSSTEnabled: true }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, tls: '{ enabled: false, required: true }' }))).toEqual([]);
  });
});
