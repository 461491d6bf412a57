import { expect, test } from 'vitest';
import { minimalCuts, singleCuts } from './cuts.js';
import { lossText } from './losses.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';

function cutsOf(members: string, clusters = landscapeOf(['a', 'b', 'c'])): string[] {
  const { cuts, leftOut } = minimalCuts(databaseOf(members), clusters);
  expect(leftOut).toBeUndefined();
  return cuts.map((cut) => cut.map(lossText).join(' '));
}

test('the smallest sets that stop writes', () => {
  expect(cutsOf('a a b')).toEqual(['a', 'node:a node:a', 'node:a node:b', 'node:a link:a-b']);
  expect(cutsOf('a b')).toEqual(['node:a', 'node:b', 'link:a-b']);
  expect(cutsOf('a b c')).toEqual([
    'node:a node:b',
    'node:a node:c',
    'node:a link:b-c',
    'node:b node:c',
    'node:b link:a-c',
    'node:c link:a-b',
  ]);
});

test('a zone replaces the cluster that has no other', () => {
  const landscape = landscapeOf([cluster('a', { zones: ['x'] }), 'b']);
  expect(cutsOf('a a b', landscape)[0]).toBe('zone:a/x');
});

test('with very many parts only single failures are tried, and it says so', () => {
  const names = Array.from({ length: 400 }, (_, index) => `c${index}`);
  expect(minimalCuts(databaseOf(names.join(' ')), landscapeOf(names))).toEqual({
    cuts: [],
    leftOut: 'pairs of 800 parts',
  });
});

test('the smallest single failures that stop writes', () => {
  const alone = (members: string, landscape = landscapeOf(['a', 'b', 'c'])): string[] =>
    singleCuts(databaseOf(members), landscape).map(lossText);
  expect(alone('a a b')).toEqual(['a']);
  expect(alone('a b')).toEqual(['node:a', 'node:b', 'link:a-b']);
  expect(alone('a b c')).toEqual([]);
  expect(alone('a a b', landscapeOf([cluster('a', { zones: ['x'] }), 'b']))).toEqual(['zone:a/x']);
});
