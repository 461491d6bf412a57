import { expect, test } from 'vitest';
import { type Layout, majorityCluster, safeLayouts } from './quorum-layout.js';

const layout = (...counts: number[]): Layout => {
  let next = 0;
  return counts.map((count, index) => ['abcdef'[index] ?? '', Array.from({ length: count }, () => next++)]);
};

test.each([
  [[2, 1], 'a'],
  [[1, 2], 'b'],
  [[2, 2], 'a'],
  [[1, 1], 'a'],
  [[3, 2], 'a'],
  [[3, 1, 1], 'a'],
  [[2, 1, 1], 'a'],
  [[1, 1, 1], undefined],
  [[2, 2, 1], undefined],
  [[3, 2, 2], undefined],
])('of the votes %j half or more are on %s', (counts, cluster) => {
  expect(majorityCluster(layout(...counts))).toBe(cluster);
});

test.each([
  [[2, 1], 'if nothing runs yet, a [0], b [1], c [2]; if it runs, add 3 on c and 4 on b and run 5 replicas'],
  [
    [3, 1, 1],
    'if nothing runs yet, a [0, 3], b [1, 4], c [2]; if it runs, add 5 on b and 6 on c and run 7 replicas',
  ],
  [[1, 1], 'if nothing runs yet, a [0], b [1], c [2]; if it runs, add 2 on c and run 3 replicas'],
  [[5, 2], 'if nothing runs yet, a [0, 3, 6], b [1, 4], c [2, 5]'],
])('instead of %j it proposes layouts that any cluster can leave', (counts, text) => {
  expect(safeLayouts(layout(...counts), 'c')).toBe(text);
});

test('what it proposes has no such cluster', () => {
  for (const counts of [
    [2, 1],
    [3, 2],
    [4, 3],
    [3, 1, 1],
    [2, 2],
    [6, 1, 1, 1],
  ]) {
    const text = safeLayouts(layout(...counts), 'x');
    const fresh = [...(text.split(';')[0]?.matchAll(/(\w+) \[([^\]]+)\]/g) ?? [])].map(
      ([, cluster = '', ordinals = '']) => [cluster, ordinals.split(', ').map(Number)] as const,
    );
    expect(majorityCluster(fresh), text).toBe(undefined);
  }
});
