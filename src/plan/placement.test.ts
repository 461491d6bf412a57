import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placement } from '../topology/index.js';
import { dealOrdinals } from './placement.js';

describe('dealOrdinals', () => {
  test('leaves ordinals that are said', () => {
    const placement = [
      { cluster: 'a', replicas: [2, 0] },
      { cluster: 'b', replicas: [1] },
    ];
    expect(dealOrdinals(placement)).toEqual([
      { cluster: 'a', ordinals: [0, 2] },
      { cluster: 'b', ordinals: [1] },
    ]);
  });

  test('deals counts out in turns', () => {
    const placement = ['a', 'b', 'c'].map((cluster, index) => ({ cluster, replicas: index === 2 ? 1 : 2 }));
    expect(dealOrdinals(placement).map(({ ordinals }) => ordinals)).toEqual([[0, 3], [1, 4], [2]]);
  });

  test('gives counts the ordinals that are left', () => {
    const placement = [
      { cluster: 'a', replicas: [1] },
      { cluster: 'b', replicas: 2 },
    ];
    expect(dealOrdinals(placement).map(({ ordinals }) => ordinals)).toEqual([[1], [0, 2]]);
  });

  test('uses every ordinal from 0 once, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const dealt = dealOrdinals(counts.map((replicas, index) => ({ cluster: `c${index}`, replicas })));
        const all = dealt.flatMap(({ ordinals }) => ordinals).sort((a, b) => a - b);
        expect(all).toEqual(all.map((_, index) => index));
        expect(dealt.map(({ ordinals }) => ordinals.length)).toEqual(counts);
      }),
    );
  });

  test.each([
    [
      [1, 3, 1],
      [[0], [1, 3, 4], [2]],
    ],
    [
      [1, 2, 2],
      [[0], [1, 3], [2, 4]],
    ],
    [
      [3, 1, 1],
      [[0, 3, 4], [1], [2]],
    ],
    [
      [2, 2, 1],
      [[0, 3], [1, 4], [2]],
    ],
    [
      [[0, 2], 3, 2],
      [
        [0, 2],
        [1, 4, 6],
        [3, 5],
      ],
    ],
  ])('deals %j', (counts, expected) => {
    expect(dealOrdinals(placementOf(counts)).map(({ ordinals }) => ordinals)).toEqual(expected);
  });

  test('keeps every odd number of replicas survivable that any order could: all counts up to 9 on 5 clusters', () => {
    let tried = 0;
    for (let clusters = 1; clusters <= 5; clusters++) {
      for (const counts of countsUpTo(9, clusters)) {
        expectBest(counts);
        tried += 1;
      }
    }
    expect(tried).toBe(381);
  }, 30_000);

  test('does so too where some ordinals are said', () => {
    for (const listed of [[0], [1], [0, 1], [0, 2], [1, 3], [0, 1, 2], [2, 4, 5]])
      for (const rest of [...countsUpTo(6, 1), ...countsUpTo(6, 2), ...countsUpTo(6, 3)])
        for (let at = 0; at <= rest.length; at++) {
          const placement = [...rest.slice(0, at), listed, ...rest.slice(at)];
          const dealt = dealOrdinals(placementOf(placement)).flatMap(({ ordinals }) => ordinals);
          if (Math.max(...dealt) === dealt.length - 1) expectBest(placement);
        }
  }, 30_000);
});

function placementOf(counts: readonly (number | number[])[]): Placement[] {
  return counts.map((replicas, index) => ({ cluster: `c${index}`, replicas }));
}

function* countsUpTo(total: number, clusters: number): Generator<number[]> {
  if (clusters === 0) {
    yield [];
    return;
  }
  for (let first = 1; first <= total - clusters + 1; first++)
    for (const rest of countsUpTo(total - first, clusters - 1)) yield [first, ...rest];
}

/** At every odd number from 3 on, nothing that an order could survive is lost: one cluster, or one and a node elsewhere. */
function expectBest(placement: readonly (number | number[])[]): void {
  const dealt = dealOrdinals(placementOf(placement)).map(({ ordinals }) => ordinals);
  const total = dealt.reduce((sum, { length }) => sum + length, 0);
  for (let size = 3; size <= total; size += 2) {
    const held = dealt.map((ordinals) => ordinals.filter((ordinal) => ordinal < size).length);
    // What is said cannot go elsewhere; of what is counted, any number up to it may come first.
    const least = placement.map((entry) =>
      typeof entry === 'number' ? 0 : entry.filter((ordinal) => ordinal < size).length,
    );
    const most = placement.map((entry, index) => (typeof entry === 'number' ? entry : (least[index] ?? 0)));
    const all = [...vectors(size, least, most)];
    for (const leftOver of [withoutOne, withoutOneAndNode, withoutTwo]) {
      const possible = all.some((counts) => leftOver(counts) * 2 > size);
      expect(leftOver(held) * 2 > size, `${JSON.stringify(placement)} at ${size}`).toBe(possible);
    }
  }
}

function* vectors(total: number, least: readonly number[], most: readonly number[]): Generator<number[]> {
  const [low, ...lower] = least;
  const [high, ...higher] = most;
  if (low === undefined || high === undefined) {
    if (total === 0) yield [];
    return;
  }
  for (let count = low; count <= Math.min(high, total); count++)
    for (const rest of vectors(total - count, lower, higher)) yield [count, ...rest];
}

function descending(counts: readonly number[]): [number, number, number] {
  const [largest = 0, second = 0] = [...counts].sort((a, b) => b - a);
  return [counts.reduce((sum, count) => sum + count, 0), largest, second];
}

function withoutOne(counts: readonly number[]): number {
  const [votes, largest] = descending(counts);
  return votes - largest;
}

function withoutOneAndNode(counts: readonly number[]): number {
  const [votes, largest, second] = descending(counts);
  return votes - largest - Math.min(1, second);
}

function withoutTwo(counts: readonly number[]): number {
  const [votes, largest, second] = descending(counts);
  return votes - largest - second;
}
