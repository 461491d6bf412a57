import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy, together } from './objects.testing.js';

const issuer = (namespace: string): string => `apiVersion: cert-manager.io/v1
kind: Issuer
metadata: { name: ca, namespace: ${namespace} }
spec: { selfSigned: {} }
`;

describe('kubedb/tls', () => {
  test('reports an issuer that KubeDB cannot find', () => {
    expect(findingsBy('kubedb/tls', databaseManifest({ tls: '{}' }))).toEqual([
      'error kubedb/tls 13:3 the tls of orders has no issuerRef',
    ]);
    expect(
      findingsBy('kubedb/tls', databaseManifest({ tls: '{ issuerRef: { kind: Clusterissuer, name: ca } }' })),
    ).toEqual([
      'error kubedb/tls 13:29 the issuer of orders is of kind Clusterissuer, not Issuer or ClusterIssuer',
    ]);
    expect(
      findingsBy(
        'kubedb/tls',
        databaseManifest(
          { tls: '{ issuerRef: { apiGroup: cert-manager.io, kind: Secret, name: ca } }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual(['error kubedb/tls 13:56 the issuer of orders is of kind Secret, not Issuer or ClusterIssuer']);
    expect(
      findingsBy(
        'kubedb/tls',
        together(
          databaseManifest({ tls: '{ issuerRef: { kind: Issuer, name: ca } }' }),
          issuer('cert-manager'),
        ),
      ),
    ).toEqual(['error kubedb/tls 13:43 the Issuer ca of orders is in the namespace cert-manager']);
    expect(fixesBy('kubedb/tls', databaseManifest({ tls: '{}' }))).toEqual([
      'add issuerRef with apiGroup: cert-manager.io, kind and name, or the secretName of each certificate that you bring',
    ]);
    for (const own of ['secretName: orders-own', 'issuerRef: { kind: Issuer, name: ca }'])
      expect(
        findingsBy('kubedb/tls', databaseManifest({ tls: `{ certificates: [{ alias: server, ${own} }] }` })),
      ).toEqual([]);
  });

  test('reports certificates that are not made', () => {
    expect(
      findingsBy(
        'kubedb/tls',
        databaseManifest({
          tls: '{ issuerRef: { kind: Issuer, name: ca }, certificates: [{ alias: sever }, { alias: client }, { alias: client }, { alias: root }] }',
        }),
      ),
    ).toEqual([
      'error kubedb/tls 13:73 orders has no certificate called sever',
      'error kubedb/tls 13:110 orders describes the certificate client twice',
      'error kubedb/tls 13:129 orders has no certificate called root',
    ]);
    expect(
      fixesBy(
        'kubedb/tls',
        databaseManifest({
          tls: '{ issuerRef: { kind: Issuer, name: ca }, certificates: [{ alias: sever }, { alias: client }, { alias: client }, { alias: root }] }',
        }),
      ),
    ).toEqual([
      'did you mean server?',
      'keep one entry, with what both say',
      'write server, client, archiver or metrics-exporter',
    ]);
  });

  test('is content with the rest', () => {
    expect(
      findingsBy(
        'kubedb/tls',
        together(
          databaseManifest({
            tls: '{ issuerRef: { kind: Issuer, name: ca }, certificates: [{ alias: server }, { alias: metrics-exporter }] }',
          }),
          issuer('shop'),
          issuer('other'),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/tls',
        databaseManifest({
          tls: '{ issuerRef: { apiGroup: awspca.cert-manager.io, kind: AWSPCAIssuer, name: ca } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/tls',
        databaseManifest(
          { tls: '{ issuerRef: { kind: ClusterIssuer, name: ca }, certificates: [{ alias: grpc-server }] }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([]);
  });
});
