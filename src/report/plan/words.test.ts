import { expect, test } from 'vitest';
import { clipped, clustersText, counted, inNaturalOrder, joinedWords, namesText } from './words.js';

test('numbers have separators, and their words the right form', () => {
  expect([counted(1, 'object'), counted(12345, 'object')]).toEqual(['1 object', '12,345 objects']);
});

test('names are in the order of their numbers', () => {
  expect(['store-10', 'store-2', 'store', 'a'].sort(inNaturalOrder)).toEqual([
    'a',
    'store',
    'store-2',
    'store-10',
  ]);
});

test('of many names there are the first and the last', () => {
  expect(namesText(['a', 'b', 'c', 'd'])).toBe('a, b, c, d');
  expect(clustersText(['a', 'b', 'c', 'd', 'e'])).toBe('5 clusters: a … e');
});

test('words are joined, and a long text is clipped between characters', () => {
  expect(joinedWords(['a', 'b', 'c'])).toBe('a, b and c');
  expect(clipped('😀😀😀', 2)).toBe('😀…');
});
