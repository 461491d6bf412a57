import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/deletion-policy-unsaid', () => {
  test('reports a database that goes with its volumes', () => {
    expect(findingsBy('kubedb/deletion-policy-unsaid', databaseManifest({ deletionPolicy: '' }))).toEqual([
      'warning kubedb/deletion-policy-unsaid 6:1 orders has no deletionPolicy, so deleting it deletes its volumes',
    ]);
    expect(
      findingsBy(
        'kubedb/deletion-policy-unsaid',
        databaseManifest({ deletionPolicy: '', storageType: '' }, { kind: 'Postgres' }),
      ),
    ).toEqual([
      'warning kubedb/deletion-policy-unsaid 6:1 orders has no deletionPolicy, so deleting it deletes its volumes',
    ]);
    expect(fixesBy('kubedb/deletion-policy-unsaid', databaseManifest({ deletionPolicy: '' }))).toEqual([
      'write deletionPolicy: DoNotTerminate, or Halt to keep volumes and secrets, or Delete if that is meant',
    ]);
  });

  test('is content with a word on it, with a halted one and where there are no volumes', () => {
    expect(
      findingsBy('kubedb/deletion-policy-unsaid', databaseManifest({ deletionPolicy: 'Delete' })),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/deletion-policy-unsaid', databaseManifest({ deletionPolicy: '', halted: 'true' })),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/deletion-policy-unsaid',
        databaseManifest({ deletionPolicy: '', storageType: 'Ephemeral' }),
      ),
    ).toEqual([]);
  });
});
