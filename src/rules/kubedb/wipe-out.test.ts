import { describe, expect, test } from 'vitest';
import { findingsOf, goodTopology } from '../testing.js';
import { databaseManifest, findingsBy } from './objects.testing.js';

describe('kubedb/wipe-out', () => {
  test('reports WipeOut', () => {
    expect(findingsOf(`${goodTopology}    deletionPolicy: WipeOut\n`)).toEqual([
      'warning kubedb/wipe-out 32:21 deleting orders also deletes its volumes, secrets and backups',
    ]);
  });

  test('is content with Delete', () => {
    expect(findingsOf(`${goodTopology}    deletionPolicy: Delete\n`)).toEqual([]);
  });
});

describe('kubedb/wipe-out among manifests', () => {
  test('reports WipeOut', () => {
    expect(findingsBy('kubedb/wipe-out', databaseManifest({ deletionPolicy: 'WipeOut' }))).toEqual([
      'warning kubedb/wipe-out 12:19 deleting orders also deletes its volumes, secrets and backups',
    ]);
  });

  test('is content with Halt', () => {
    expect(
      findingsBy('kubedb/wipe-out', databaseManifest({ deletionPolicy: 'Halt' }, { kind: 'Postgres' })),
    ).toEqual([]);
  });
});
