import { expect, test } from 'vitest';
import { shutDown } from './shut-down.js';
import { mebibytes } from './units.js';

test.each([
  [128, 30, 120],
  [2500, 30, 120],
  [2501, 30, 150],
  [8192, 30, 300],
  [1024 * 1024, 30, 3600],
])('a pool of %d MiB at %d MiB/s takes %d s', (pool, rate, time) => {
  expect(shutDown(mebibytes(pool), rate)).toBe(time);
});
