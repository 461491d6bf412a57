import { expect, test } from 'vitest';
import { leastMebibytes, mostThat } from './remedies.js';

test('the least memory that works', () => {
  expect(leastMebibytes(100, (memory) => memory >= 317)).toBe(317);
  expect(leastMebibytes(953.67, (memory) => memory >= 954)).toBe(954);
  expect(leastMebibytes(0, (memory) => memory >= 1)).toBe(1);
  expect(leastMebibytes(512, () => false)).toBeUndefined();
  expect(leastMebibytes(1e15, () => false)).toBeUndefined();
});

test('the most that works', () => {
  expect(mostThat(10, 1_000_000_000, (count) => count <= 40)).toBe(40);
  expect(mostThat(10, 40, () => true)).toBe(40);
  expect(mostThat(10, 40, () => false)).toBeUndefined();
  expect(mostThat(10, 9, () => true)).toBeUndefined();
});
