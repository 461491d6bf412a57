import { expect, test } from 'vitest';
import { choices, countVectors } from './layouts-counts.js';

test('hands out all there is, each its least and no more than the most', () => {
  expect([...countVectors(5, [1, 1, 1])]).toEqual([
    [3, 1, 1],
    [2, 2, 1],
    [2, 1, 2],
    [1, 3, 1],
    [1, 2, 2],
    [1, 1, 3],
  ]);
  expect([...countVectors(5, [1, 1, 1], 2)]).toEqual([
    [2, 2, 1],
    [2, 1, 2],
    [1, 2, 2],
  ]);
  expect([...countVectors(2, [1, 1, 1])]).toEqual([]);
  expect([...countVectors(5, [3, 0], 2)]).toEqual([]);
  expect([...countVectors(3, [])]).toEqual([]);
});

test('chooses the first ones first', () => {
  expect([...choices(['a', 'b', 'c'], 2)]).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ]);
  expect([...choices(['a'], 0)]).toEqual([[]]);
  expect([...choices(['a'], 2)]).toEqual([]);
});
