import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/reserved-volume', () => {
  test('reports a volume called like one of KubeDB', () => {
    expect(
      findingsBy(
        'kubedb/reserved-volume',
        databaseManifest({
          podTemplate:
            '{ spec: { volumes: [{ name: own, emptyDir: {} }, { name: custom-config, emptyDir: {} }] } }',
        }),
      ),
    ).toEqual([
      'error kubedb/reserved-volume 13:73 orders has a volume called custom-config, as KubeDB has for every MariaDB',
    ]);
    expect(
      findingsBy(
        'kubedb/reserved-volume',
        databaseManifest(
          { podTemplate: '{ spec: { volumes: [{ name: shared-memory, emptyDir: {} }] } }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([
      'error kubedb/reserved-volume 13:44 orders has a volume called shared-memory, as KubeDB has for every Postgres',
    ]);
    expect(
      findingsBy(
        'kubedb/reserved-volume',
        databaseManifest(
          {
            tls: '{ issuerRef: { kind: Issuer, name: ca }, certificates: [{ alias: server }] }',
            podTemplate: '{ spec: { volumes: [{ name: orders-server-cert, emptyDir: {} }] } }',
          },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([
      'error kubedb/reserved-volume 14:44 orders has a volume called orders-server-cert, as KubeDB has for every Postgres',
    ]);
    expect(
      fixesBy(
        'kubedb/reserved-volume',
        databaseManifest({
          podTemplate:
            '{ spec: { volumes: [{ name: own, emptyDir: {} }, { name: custom-config, emptyDir: {} }] } }',
        }),
      ),
    ).toEqual(['give it another name, such as own-custom-config, here and in volumeMounts']);
  });

  test('is content with names of the other engine', () => {
    expect(
      findingsBy(
        'kubedb/reserved-volume',
        databaseManifest({
          podTemplate: '{ spec: { volumes: [{ name: certs, emptyDir: {} }, { name: 7 }] } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/reserved-volume',
        databaseManifest(
          { podTemplate: '{ spec: { volumes: [{ name: orders-server-cert, emptyDir: {} }] } }' },
          { kind: 'Postgres' },
        ),
      ),
    ).toEqual([]);
  });
});
