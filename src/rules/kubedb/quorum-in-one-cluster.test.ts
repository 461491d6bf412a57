import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, manifestFixesOf } from '../testing.js';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/quorum-in-one-cluster';

test(`${id} leaves topologies to survival/cluster-loss and survival/goal`, () => {
  for (const line of ['', '    survive: cluster\n'])
    expect(findingsOf(change(goodTopology, '    survive: none\n', line)).join()).not.toContain(id);
});

describe(`${id} in manifests`, () => {
  const policy = (rules: string): string => `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: mine }
spec:
  clusterSpreadConstraint:
    distributionRules: ${rules}
---
`;
  const distributed =
    '  distributed: true\n  podTemplate: { spec: { podPlacementPolicy: { name: mine } } }\n';
  const rule = (cluster: string, indices: string): string =>
    `{ clusterName: ${cluster}, replicaIndices: [${indices}] }`;
  const rules = (...each: string[]): string => policy(`[${each.join(', ')}]`);

  test('reports the database that runs by the policy', () => {
    const text = rules(rule('fra', '0, 2'), rule('ams', '1')) + postgresManifest(distributed);
    expect(findingsOfRule(id, text)).toEqual([
      `warning ${id} 6:61 fra holds 2 of the 3 votes of ledger: without it, writes stop`,
    ]);
  });

  test('counts the replicas there are, not the indices to spare', () => {
    const spare = rules(rule('fra', '0, 2'), rule('ams', '1, 3'), rule('par', '4'));
    expect(findingsOfRule(id, spare + postgresManifest(distributed))).toHaveLength(1);
    expect(findingsOfRule(id, spare + postgresManifest(distributed, 5))).toEqual([]);
  });

  test('judges a policy nobody uses by all of it', () => {
    expect(findingsOfRule(id, rules(rule('fra', '0'), rule('ams', '1, 2')))).toEqual([
      `warning ${id} 6:104 ams holds 2 of the 3 votes of the databases of mine: without it, writes stop`,
    ]);
  });

  test.each([
    [
      [2, 1],
      'if nothing runs yet, fra [0], ams [1], a third cluster [2]; if it runs, add 3 on ams and 4 on a third cluster and run 5 replicas; do not stop at 4',
    ],
    [[1, 1], 'add 2 on a third cluster and run 3 replicas'],
    [
      [3, 1, 1],
      'if nothing runs yet, fra [0, 3], ams [1, 4], par [2]; if it runs, add 5 on ams and 6 on par and run 7 replicas',
    ],
    [
      [7, 2],
      'if nothing runs yet, fra [0, 3, 6, 8], ams [1, 4, 7], a third cluster [2, 5]; if it runs, scale down to 3, delete the volumes of 3, 4, 5, 6, 7 and 8, then add 3 on ams, 4 on a third cluster, 5 on ams, 6 on a third cluster, 7 on fra and 8 on ams and run 9 replicas',
    ],
  ])('proposes layouts instead of %j that go on without any one cluster', (counts, remedy) => {
    let next = 0;
    const policies = counts.map((count, index) =>
      rule(['fra', 'ams', 'par'][index] ?? '', Array.from({ length: count }, () => next++).join(', ')),
    );
    expect(manifestFixesOf(id, rules(...policies))).toEqual([remedy]);
  });

  test('leaves halves of a database to the rules about even numbers', () => {
    const halves = rules(rule('fra', '0, 2'), rule('ams', '1, 3'));
    expect(findingsOfRule(id, halves + postgresManifest(distributed, 4))).toEqual([]);
    expect(findingsOfRule(id, halves)).toHaveLength(1);
  });

  test('is content with three clusters, one cluster, one replica, and with lists that placement/indices reports', () => {
    const safe = rules(rule('fra', '0'), rule('ams', '1'), rule('par', '2'));
    expect(findingsOfRule(id, safe + postgresManifest(distributed))).toEqual([]);
    expect(findingsOfRule(id, rules(rule('fra', '0, 1, 2')))).toEqual([]);
    expect(findingsOfRule(id, rules(rule('fra', '0, 3'), rule('ams', '1')))).toEqual([]);
    expect(findingsOfRule(id, rules())).toEqual([]);
    const two = rules(rule('fra', '0, 2'), rule('ams', '1'));
    expect(findingsOfRule(id, two + postgresManifest(distributed, 1))).toEqual([]);
  });
});
