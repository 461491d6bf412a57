import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/storage-request', () => {
  test('reports a durable database without a size', () => {
    expect(findingsBy('kubedb/storage-request', databaseManifest({ storage: '' }))).toEqual([
      'error kubedb/storage-request 6:1 orders is durable and has no storage',
    ]);
    expect(
      findingsBy(
        'kubedb/storage-request',
        databaseManifest({ storageType: '', storage: '{ accessModes: [ReadWriteOnce] }' }),
      ),
    ).toEqual(['error kubedb/storage-request 10:3 orders has storage without a size']);
    expect(
      findingsBy(
        'kubedb/storage-request',
        databaseManifest({ storage: '{ resources: { requests: { storage: 0Gi } } }' }, { kind: 'Postgres' }),
      ),
    ).toEqual(['error kubedb/storage-request 11:48 orders asks for volumes of 0Gi']);
    expect(
      findingsBy(
        'kubedb/storage-request',
        databaseManifest({ storage: '{ resources: { requests: { storage: -1 } } }' }),
      ),
    ).toEqual(['error kubedb/storage-request 11:48 orders asks for volumes of -1']);
    expect(fixesBy('kubedb/storage-request', databaseManifest({ storage: '' }))).toEqual([
      'write the size of a volume as spec.storage.resources.requests.storage, such as 20Gi',
    ]);
  });

  test('reports a storage class that cannot exist', () => {
    const text = databaseManifest({
      storage: '{ storageClassName: "", resources: { requests: { storage: 20Gi } } }',
    });
    expect(findingsBy('kubedb/storage-request', text)).toEqual([
      'error kubedb/storage-request 11:32 orders names a storage class that is empty',
    ]);
    expect(fixesBy('kubedb/storage-request', text)).toEqual([
      'remove it to take the default class, or name one',
    ]);
  });

  test('is content with a size, with what is no amount and with an ephemeral one', () => {
    expect(findingsBy('kubedb/storage-request', databaseManifest())).toEqual([]);
    expect(
      findingsBy(
        'kubedb/storage-request',
        databaseManifest({ storage: '{ resources: { requests: { storage: big } } }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/storage-request', databaseManifest({ storageType: 'Ephemeral', storage: '' })),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/storage-request',
        databaseManifest({ storageType: 'Ephemeral', storage: '{ accessModes: [ReadWriteOnce] }' }),
      ),
    ).toEqual([]);
  });
});
