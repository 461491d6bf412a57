import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/storage';

describe(id, () => {
  test('reports a size that is missing, nothing, or too small', () => {
    expect(findingsBy(id, mariadb({ storage: '{ storageClassName: fast }' }))).toEqual([
      'error mariadb-operator/storage 7:3 orders says neither how large its volumes are nor that they are ephemeral',
    ]);
    expect(findingsBy(id, mariadb({ storage: '{ size: 0 }' }))).toEqual([
      'error mariadb-operator/storage 7:20 the volumes are to have a size of 0',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage: '{ size: 1Gi, volumeClaimTemplate: { resources: { requests: { storage: 2Gi } } } }',
        }),
      ),
    ).toEqual(['error mariadb-operator/storage 7:20 the size is 1Gi, and the claim template requests 2Gi']);
    expect(fixesBy(id, mariadb({ storage: '{ storageClassName: fast }' }))).toEqual([
      'write storage.size, such as 20Gi',
    ]);
  });

  test('reports ephemeral storage that is replicated, or has a size', () => {
    expect(findingsBy(id, mariadb({ ...replication, storage: '{ ephemeral: true }' }))).toEqual([
      'error mariadb-operator/storage 9:25 orders is replicated and keeps its data nowhere',
    ]);
    expect(findingsBy(id, mariadb({ storage: '{ ephemeral: true, size: 1Gi }' }))).toEqual([
      'error mariadb-operator/storage 7:25 ephemeral storage has a size',
    ]);
    expect(findingsBy(id, mariadb({ storage: '{ ephemeral: true, volumeClaimTemplate: {} }' }))).toEqual([
      'error mariadb-operator/storage 7:25 ephemeral storage has a volumeClaimTemplate',
    ]);
  });

  test('reports a policy that Kubernetes does not have', () => {
    expect(
      findingsBy(
        id,
        mariadb({ storage: '{ size: 1Gi, pvcRetentionPolicy: { whenDeleted: Keep, whenScaled: Retain } }' }),
      ),
    ).toEqual(['error mariadb-operator/storage 7:60 whenDeleted is Keep, neither Retain nor Delete']);
  });

  test('is content with a size, a template, or an ephemeral single server', () => {
    expect(findingsBy(id, mariadb())).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({ storage: '{ volumeClaimTemplate: { resources: { requests: { storage: 2Gi } } } }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ storage: '{ ephemeral: true }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          storage: '{ size: 2Gi, volumeClaimTemplate: { resources: { requests: { storage: 2Gi } } } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ storage: '{ ephemeral: false, size: 2Gi }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ storage: '{ size: big }' }))).toEqual([]);
  });
});
