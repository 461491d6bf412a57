import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, goodTopology, relatedOf } from '../testing.js';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/storage-class';

describe(`${id} in a topology`, () => {
  const fast = change(goodTopology, '10.43.0.100\n', '10.43.0.100\n    storageClass: fast\n');

  test('reports a cluster once, with its databases', () => {
    const text = fast + database({ name: 'ledger', engine: 'postgres' });
    expect(findingsOf(text)).toEqual([
      `warning ${id} 13:11 the volumes of orders and 1 more have a storage class on fra, and none on ams`,
    ]);
    expect(relatedOf(text)).toEqual([['12:19 said here']]);
  });

  test('is content with a class everywhere, with none, and with one of the database', () => {
    expect(findingsOf(goodTopology)).toEqual([]);
    expect(findingsOf(change(fast, '10.43.0.101\n', '10.43.0.101\n    storageClass: slow\n'))).toEqual([]);
    expect(findingsOf(change(fast, '{ size: 20Gi }', '{ size: 20Gi, storageClass: fast }'))).toEqual([]);
  });
});

describe(`${id} in manifests`, () => {
  const classes = (...each: string[]): string[] =>
    findingsOfRule(
      id,
      policyManifest(each.map((rest, index) => `clusterName: c${index}, replicaIndices: [${index}]${rest}`)),
    );
  const fast = ', storageClassName: fast';

  test('reports the clusters without', () => {
    expect(classes(fast, '', ', storageClassName: ""')).toEqual([
      `warning ${id} 12:24 shop-orders has a storageClassName for some clusters, and none for c1 and c2`,
    ]);
  });

  test('is content with all, with none, and with a rule without replicas', () => {
    expect(classes(fast, fast)).toEqual([]);
    expect(classes('', '')).toEqual([]);
    const unused = [
      'clusterName: a, replicaIndices: [0], storageClassName: fast',
      'clusterName: b, replicaIndices: []',
    ];
    expect(findingsOfRule(id, policyManifest(unused))).toEqual([]);
  });
});
