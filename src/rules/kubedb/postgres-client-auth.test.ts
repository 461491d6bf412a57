import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-client-auth';
const tls = '  tls: { issuerRef: { apiGroup: cert-manager.io, kind: Issuer, name: ca } }\n';

test('reports scram before Postgres 11', () => {
  expect(findingsOfRule(id, postgresManifest('  clientAuthMode: scram\n', 3, '10.23-bullseye'))).toEqual([
    `error ${id} 12:19 ledger is a Postgres 10.23-bullseye, which has no scram`,
  ]);
});

test.each(['', '  sslMode: disable\n'])('reports certificates without encryption: %j', (mode) => {
  expect(findingsOfRule(id, postgresManifest(`  clientAuthMode: cert\n${mode}`))).toEqual([
    `error ${id} 12:19 clients of ledger show a certificate, but nothing is encrypted`,
  ]);
});

test('is content with scram from 11 on and with certificates over TLS', () => {
  expect(findingsOfRule(id, postgresManifest('  clientAuthMode: scram\n', 3, '11.22-bookworm'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  clientAuthMode: scram\n', 3, 'mine'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  clientAuthMode: md5\n', 3, '10.23'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest(`  clientAuthMode: cert\n${tls}`))).toEqual([]);
});

test('leaves what is about sslMode to kubedb/postgres-ssl-mode', () => {
  expect(findingsOfRule(id, postgresManifest(`  clientAuthMode: cert\n  sslMode: disable\n${tls}`))).toEqual(
    [],
  );
  expect(findingsOfRule(id, postgresManifest('  clientAuthMode: cert\n  sslMode: require\n'))).toEqual([]);
});
