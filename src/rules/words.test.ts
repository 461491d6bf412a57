import { expect, test } from 'vitest';
import { firstOf, listed } from './words.js';

test('listed joins with commas and one and', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('firstOf counts the rest', () => {
  expect([firstOf([]), firstOf(['a']), firstOf(['a', 'b']), firstOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and 1 more',
    'a and 2 more',
  ]);
});
