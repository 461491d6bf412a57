import { expect, test } from 'vitest';
import { durationText } from './duration.js';

test.each([
  [0.2, 'less than 1 s'],
  [1, '1 s'],
  [42.4, '42 s'],
  [99.4, '99 s'],
  [99.6, '2 min'],
  [819.2, '14 min'],
  [5969, '99 min'],
  [5971, '1 h 40 min'],
  [7200, '2 h'],
  [35_940, '9 h 59 min'],
  [36_000, '10 h'],
  [155_000, '43 h'],
  [172_000, '2 days'],
  [1_000_000, '12 days'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
