import { describe, expect, test } from 'vitest';
import { operatorTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/indices';
const listed = (...lists: string[]): string[] =>
  findingsOfRule(
    id,
    policyManifest(lists.map((list, index) => `clusterName: c${index}, replicaIndices: [${list}]`)),
  );

test.each([
  [['0', '2'], ['12:45 shop-orders gives the index 2 a cluster, but not 1']],
  [['1, 2', '3'], ['11:45 shop-orders gives the index 1 a cluster, but not 0']],
  [['0, 7', '1, 5'], ['12:48 shop-orders gives the index 5 a cluster, but not 2']],
  [['0, 1', '1'], ['12:45 shop-orders gives the index 1 twice']],
  [['0, 0'], ['11:48 shop-orders gives the index 0 twice']],
  [['0, 2', '2'], ['12:45 shop-orders gives the index 2 twice']],
  [['-1, 0'], ['11:45 there is no replica -1']],
  [['', ''], ['11:7 shop-orders gives no replica a cluster']],
])('reports %j', (lists, findings) => {
  expect(listed(...lists)).toEqual(findings.map((finding) => `error ${id} ${finding}`));
});

test.each([[['0']], [['2, 0', '1']], [['0', '', '1']], [['"0"']], [['0.5']]])(
  'is content with %j',
  (lists) => {
    expect(listed(...lists)).toEqual([]);
  },
);

test('is content with a policy that is not over clusters', () => {
  const text = `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: local }
spec: { nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: ScheduleAnyway } }
`;
  expect(findingsOfRule(id, text)).toEqual([]);
  expect(
    findingsOfRule(id, policyManifest().replace(/distributionRules:[\s\S]*$/, 'distributionRules: none\n')),
  ).toEqual([]);
});

const placed =
  '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n';

function placement(...lines: readonly string[]): string {
  return change(goodTopology, placed, lines.map((line) => `      - ${line}\n`).join(''));
}

describe('placement/indices in a topology', () => {
  test('reports a cluster that has two entries and joins them', () => {
    const text = placement(
      '{ cluster: fra, replicas: [2] }',
      '{ cluster: ams, replicas: [1] }',
      '{ cluster: fra, replicas: [0] }',
    );
    expect(findingsOf(text)).toEqual(['error placement/indices 28:20 orders is placed on fra twice']);
    expect(relatedOf(text)).toEqual([['26:20 first here']]);
    expect(fixesOf(text)).toEqual(['keep one entry for fra, with replicas: [0, 2]']);
  });

  test('adds counts up and leaves a mixture to the reader', () => {
    const counts = placement('{ cluster: fra, replicas: 1 }', '{ cluster: fra, replicas: 2 }');
    expect(fixesOf(counts)).toEqual(['keep one entry for fra, with replicas: 3']);
    const mixed = placement('{ cluster: fra, replicas: [0] }', '{ cluster: fra, replicas: 2 }');
    expect(fixesOf(mixed)).toEqual(['keep one entry for fra']);
  });

  test('reports an ordinal of two clusters, and not the gap that comes with it', () => {
    const text = placement('{ cluster: fra, replicas: [0, 2] }', '{ cluster: ams, replicas: [2] }');
    expect(findingsOf(text)).toEqual(['error placement/indices 27:36 orders gives the ordinal 2 twice']);
    expect(relatedOf(text)).toEqual([['26:39 first here']]);
  });

  test('reports all ordinals that two clusters share at once, and those of one cluster with its second entry', () => {
    const shared = placement('{ cluster: fra, replicas: [0, 1] }', '{ cluster: ams, replicas: [0, 1, 2] }');
    expect(findingsOf(shared)).toEqual([
      'error placement/indices 27:36 orders gives the ordinals 0 and 1 twice',
    ]);
    expect(fixesOf(shared)).toEqual(['leave each to one of the clusters']);
    const same = placement('{ cluster: fra, replicas: [0, 1] }', '{ cluster: fra, replicas: [0, 1] }');
    expect(findingsOf(same)).toEqual(['error placement/indices 27:20 orders is placed on fra twice']);
  });

  test('reports a gap at the ordinal that is too high', () => {
    const text = placement('{ cluster: fra, replicas: [0, 2] }', '{ cluster: ams, replicas: [3] }');
    expect(findingsOf(text)).toEqual([
      'error placement/indices 27:36 orders has 3 replicas but no ordinal 1',
    ]);
    expect(fixesOf(text)).toEqual(['write 1 instead of 3']);
  });

  test('reports ordinals that count from 1', () => {
    const text = placement('{ cluster: fra, replicas: [1, 3] }', '{ cluster: ams, replicas: [2] }');
    expect(findingsOf(text)).toEqual([
      'error placement/indices 26:39 orders has 3 replicas but no ordinal 0',
    ]);
  });

  test('reports a gap that counts cannot fill', () => {
    const text = placement('{ cluster: fra, replicas: [4] }', '{ cluster: ams, replicas: 2 }');
    expect(findingsOf(text)).toEqual([
      'error placement/indices 26:36 orders has 3 replicas but no ordinal 2',
    ]);
  });

  test('speaks of one replica', () => {
    const text = placement('{ cluster: fra, replicas: [1] }');
    expect(findingsOf(text)).toEqual(['error placement/indices 26:36 orders has 1 replica but no ordinal 0']);
  });

  test('is content when counts fill the gaps', () => {
    expect(findingsOf(placement('{ cluster: fra, replicas: [4] }', '{ cluster: ams, replicas: 4 }'))).toEqual(
      [],
    );
  });

  test('is content with ordinals in any order', () => {
    const text = placement('{ cluster: fra, replicas: [2] }', '{ cluster: ams, replicas: [1, 0] }');
    expect(findingsOf(text)).toEqual([]);
  });

  test('counts the replicas of a database that lives on one cluster from 0 there', () => {
    const placed = (replicas: string): string[] =>
      findingsOf(change(operatorTopology, 'replicas: 3', `replicas: ${replicas}`));
    expect(placed('[0, 1, 2]')).toEqual([]);
    expect(placed('[1, 2, 3]')).toEqual([
      'error placement/indices 18:26 wiki has 3 replicas but no ordinal 0',
    ]);
    const fleets = change(
      change(
        operatorTopology,
        'databases:\n',
        '  - { name: east, distribution: rke2, fleet: "east-{1..2}" }\ndatabases:\n',
      ),
      'replicas: 3',
      'replicas: [0, 1, 2]\n      - { cluster: east, replicas: [0, 1, 2] }',
    );
    expect(findingsOf(change(fleets, '- name: west\n', '- name: west\n    fleet: west-{1..2}\n'))).toEqual(
      [],
    );
  });
});
