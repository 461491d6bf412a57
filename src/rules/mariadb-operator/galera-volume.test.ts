import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/galera-volume';

describe(id, () => {
  test('notes two classes', () => {
    expect(findingsBy(id, mariadb({ ...galera, storage: '{ size: 1Gi, storageClassName: fast }' }))).toEqual([
      'info mariadb-operator/galera-volume 9:43 orders keeps its data in the class fast, and its Galera files in the default one',
    ]);
    expect(
      findingsBy(id, mariadb({ ...galera, storage: '{ volumeClaimTemplate: { storageClassName: fast } }' })),
    ).toEqual([
      'info mariadb-operator/galera-volume 9:55 orders keeps its data in the class fast, and its Galera files in the default one',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, storage: '{ size: 1Gi, storageClassName: fast }' }))).toEqual([
      'write galera.config.reuseStorageVolume: true before the first start, or a volumeClaimTemplate there',
    ]);
  });

  test('is content with one volume, with both said, and with the default class', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb({ storage: '{ size: 1Gi, storageClassName: fast }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, config: { reuseStorageVolume: true } }',
          storage: '{ size: 1Gi, storageClassName: fast }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, config: { volumeClaimTemplate: {} } }',
          storage: '{ size: 1Gi, storageClassName: fast }',
        }),
      ),
    ).toEqual([]);
  });
});
