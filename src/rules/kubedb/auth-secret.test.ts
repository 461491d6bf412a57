import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, together } from './objects.testing.js';

const given = { authSecret: '{ kind: Secret, name: orders-root }' };

const secret = (data: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: orders-root
  namespace: shop
${data}
`;

describe('kubedb/auth-secret', () => {
  test('reports a secret without what KubeDB reads', () => {
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given), secret('stringData: { password: x }')),
      ),
    ).toEqual(['error kubedb/auth-secret 18:9 the secret orders-root of orders has no username']);
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given, { kind: 'Postgres' }), secret('data: { user: eA== }')),
      ),
    ).toEqual([
      'error kubedb/auth-secret 18:9 the secret orders-root of orders has no username and no password',
    ]);
    expect(
      fixesBy('kubedb/auth-secret', together(databaseManifest(given), secret('stringData: { password: x }'))),
    ).toEqual(['give it the type kubernetes.io/basic-auth with the keys username and password']);
  });

  test.each(['a#b', "a'b", '"', 'a b'])('reports the password %s, which mariabackup cuts off', (password) => {
    const encoded = Buffer.from(password).toString('base64');
    const text = secret(`stringData: { username: root }\ndata: { password: ${encoded} }`);
    const ofBackup = databaseManifest({ ...given, wsrepSSTMethod: 'mariabackup' });
    const findings = findingsBy('kubedb/auth-secret', together(ofBackup, text));
    expect(findings).toEqual([
      'error kubedb/auth-secret 19:9 the password in the secret orders-root of orders has a #, a quote or a space, which ends it for mariabackup',
    ]);
    expect(findingsBy('kubedb/auth-secret', together(databaseManifest(given), text))).toEqual([]);
  });

  test('reports another user of a MariaDB', () => {
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given), secret('stringData: { username: admin, password: x }')),
      ),
    ).toEqual([
      "error kubedb/auth-secret 20:25 the secret orders-root of orders is for the user admin, but KubeDB's MariaDB knows only root",
    ]);
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given), secret('data: { username: YWRtaW4=, password: eA== }')),
      ),
    ).toEqual([
      "error kubedb/auth-secret 20:19 the secret orders-root of orders is for the user admin, but KubeDB's MariaDB knows only root",
    ]);
    expect(
      fixesBy(
        'kubedb/auth-secret',
        together(databaseManifest(given), secret('stringData: { username: admin, password: x }')),
      ),
    ).toEqual(['write root']);
  });

  test('is content with root, with any user of a Postgres and with secrets of others', () => {
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given), secret('data: { username: cm9vdA==, password: eA== }')),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(
          databaseManifest(given, { kind: 'Postgres' }),
          secret('stringData: { username: admin, password: x }'),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/auth-secret',
        together(databaseManifest(given, { namespace: 'other' }), secret('stringData: { a: b }')),
      ),
    ).toEqual([]);
  });
});
