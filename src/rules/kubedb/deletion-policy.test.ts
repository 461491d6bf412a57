import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/deletion-policy', () => {
  test('reports what KubeDB refuses', () => {
    expect(
      findingsBy(
        'kubedb/deletion-policy',
        databaseManifest({ storageType: 'Ephemeral', deletionPolicy: 'Halt' }),
      ),
    ).toEqual([
      'error kubedb/deletion-policy 12:19 orders is ephemeral, so there is nothing that deletionPolicy Halt could keep',
    ]);
    expect(
      findingsBy('kubedb/deletion-policy', databaseManifest({ halted: 'true' }, { kind: 'Postgres' })),
    ).toEqual([
      'error kubedb/deletion-policy 13:11 orders is halted, which deletionPolicy DoNotTerminate forbids',
    ]);
    expect(
      fixesBy(
        'kubedb/deletion-policy',
        databaseManifest({ storageType: 'Ephemeral', deletionPolicy: 'Halt' }),
      ),
    ).toEqual(['write Delete, or storageType: Durable if it must outlive its pods']);
  });

  test('is content with the rest', () => {
    expect(
      findingsBy(
        'kubedb/deletion-policy',
        databaseManifest({ storageType: 'Ephemeral', deletionPolicy: 'Delete' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/deletion-policy', databaseManifest({ deletionPolicy: 'Halt', halted: 'true' })),
    ).toEqual([]);
    expect(findingsBy('kubedb/deletion-policy', databaseManifest({ halted: 'false' }))).toEqual([]);
  });
});
