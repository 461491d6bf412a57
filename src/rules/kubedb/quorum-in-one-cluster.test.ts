import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/quorum-in-one-cluster';

describe(`${id} in a topology`, () => {
  const surviving = (line: string): string => change(goodTopology, '    survive: none\n', line);
  const own = (text: string): string[] => findingsOf(text).filter((finding) => finding.includes(id));
  const third =
    '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';

  test('reports two of three votes on one cluster, and proposes a third', () => {
    expect(findingsOf(surviving(''))).toEqual([
      `warning ${id} 27:19 fra holds 2 of the 3 votes of orders: without it, writes stop`,
    ]);
    expect(fixesOf(surviving(''))).toEqual([
      'if nothing runs yet, fra [0], ams [1], a third cluster [2]; if it runs, add 3 on a third cluster and 4 on ams and run 5 replicas; or write survive: none to accept it',
    ]);
  });

  test('proposes a cluster that is there', () => {
    expect(fixesOf(change(surviving(''), 'slice:\n', third))[0]).toContain(
      'fra [0], ams [1], par [2]; if it runs',
    );
  });

  test('reports what is to survive a cluster as well', () => {
    expect(own(surviving('    survive: cluster\n'))).toHaveLength(1);
    expect(own(surviving('    survive: cluster+1\n'))).toHaveLength(1);
  });

  test('reports what is to survive a cluster and has only one', () => {
    const text = change(
      surviving('    survive: cluster\n'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(own(text)).toEqual([
      `warning ${id} 27:19 fra holds 3 of the 3 votes of orders: without it, writes stop`,
    ]);
    expect(fixesOf(text)).toContain(
      'put the replicas on three clusters; or write survive: node, or zone, for what one cluster can promise',
    );
  });

  test('leaves a cluster that cannot take its replicas to placement/spread-impossible', () => {
    const text = change(
      surviving('    spread: { node: DoNotSchedule }\n'),
      'hub: true\n',
      'hub: true\n    nodes: 1\n',
    );
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['placement/spread-impossible']);
  });

  test.each(['none', 'node', 'zone'])('is content with survive: %s', (word) => {
    expect(own(surviving(`    survive: ${word}\n`))).toEqual([]);
  });

  test('is content with three clusters, with one cluster, and leaves halves to kubedb/replicas', () => {
    const layout = (placement: string): string =>
      change(
        change(surviving(''), 'slice:\n', third),
        'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
        placement,
      );
    expect(
      own(
        layout('replicas: 1\n      - { cluster: ams, replicas: 1 }\n      - { cluster: par, replicas: 1 }\n'),
      ),
    ).toEqual([]);
    expect(
      own(
        layout('replicas: 2\n      - { cluster: ams, replicas: 2 }\n      - { cluster: par, replicas: 1 }\n'),
      ),
    ).toEqual([]);
    expect(own(layout('replicas: 3\n'))).toEqual([]);
    expect(own(layout('replicas: 2\n      - { cluster: ams, replicas: 2 }\n'))).toEqual([]);
    expect(
      own(
        layout('replicas: 3\n      - { cluster: ams, replicas: 1 }\n      - { cluster: par, replicas: 1 }\n'),
      ),
    ).toEqual([`warning ${id} 28:19 fra holds 3 of the 5 votes of orders: without it, writes stop`]);
  });
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
