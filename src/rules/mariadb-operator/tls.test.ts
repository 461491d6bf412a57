import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object } from './objects.testing.js';

const id = 'mariadb-operator/tls';

describe(id, () => {
  test('reports two sources, and a missing authority', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          tls: '{ enabled: true, serverCASecretRef: { name: a }, serverCertSecretRef: { name: b }, serverCertIssuerRef: { name: c } }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/tls 7:91 the server certificate of orders comes both from a secret and from an issuer',
    ]);
    expect(findingsBy(id, mariadb({ tls: '{ enabled: true, clientCertSecretRef: { name: b } }' }))).toEqual([
      'error mariadb-operator/tls 7:25 the client certificate of orders comes from a secret, and that of its authority is not named',
    ]);
    expect(
      findingsBy(
        id,
        object(
          'MaxScale',
          { mariaDbRef: '{ name: orders }', tls: '{ enabled: true, adminCertSecretRef: { name: b } }' },
          { name: 'proxy' },
        ),
      ),
    ).toEqual([
      'error mariadb-operator/tls 8:25 the admin certificate of proxy comes from a secret, and that of its authority is not named',
    ]);
    expect(fixesBy(id, mariadb({ tls: '{ enabled: true, clientCertSecretRef: { name: b } }' }))).toEqual([
      'name a secret as clientCASecretRef',
    ]);
  });

  test('is content with one source, and with TLS that is off', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          tls: '{ enabled: true, serverCASecretRef: { name: a }, serverCertSecretRef: { name: b }, clientCertIssuerRef: { name: c } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ tls: '{ enabled: false, serverCertSecretRef: { name: b } }' }))).toEqual(
      [],
    );
  });
});
