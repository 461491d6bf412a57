import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-ssl-mode';
const tls = '  tls: { issuerRef: { apiGroup: cert-manager.io, kind: Issuer, name: ca } }\n';

test('reports encryption that is switched off in spite of certificates', () => {
  expect(findingsOfRule(id, postgresManifest(`  sslMode: disable\n${tls}`))).toEqual([
    `error ${id} 12:12 ledger has tls, and sslMode: disable`,
  ]);
});

test.each(['allow', 'prefer', 'require', 'verify-ca', 'verify-full'])(
  'reports %s without certificates',
  (mode) => {
    expect(findingsOfRule(id, postgresManifest(`  sslMode: ${mode}\n`))).toEqual([
      `error ${id} 12:12 ledger has sslMode: ${mode}, but no tls`,
    ]);
  },
);

test.each(['', '  sslMode: disable\n', `  sslMode: prefer\n${tls}`, tls, '  sslMode: ""\n'])(
  'is content with %j',
  (fields) => {
    expect(findingsOfRule(id, postgresManifest(fields))).toEqual([]);
  },
);
