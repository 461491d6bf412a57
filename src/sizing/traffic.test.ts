import { expect, test } from 'vitest';
import { dailyTraffic } from './traffic.js';
import { bytesPerSecond } from './units.js';

test('a day has 86,400 seconds, and each copy of a write is sent on its own', () => {
  expect(dailyTraffic(bytesPerSecond(2 ** 20), 1)).toBe(86_400);
  expect(dailyTraffic(bytesPerSecond(2 ** 22), 3) / 1024).toBeCloseTo(1012.5, 6);
  expect(dailyTraffic(bytesPerSecond(0), 3)).toBe(0);
});
