import { expect, test } from 'vitest';
import { newestRelease, releaseStanding } from './releases.js';

test.each([
  ['v2025.8.31', 'known'],
  ['v2026.2.26', 'known'],
  ['v2025.7.31', 'unsupported'],
  ['v2025.8.30', 'unsupported'],
  ['v2025.8.31-rc.0', 'unsupported'],
  ['v2024.12.18', 'unsupported'],
  ['v0.66.0', 'unsupported'],
  ['v2025', 'unsupported'],
  ['v2025.9.1', 'unknown'],
  ['v2026.8.14-rc.0', 'known'],
  ['v2026.8.14', 'unknown'],
  ['v2027.1.1', 'unknown'],
])('%s is %s', (name, standing) => {
  expect(releaseStanding(name)).toBe(standing);
});

test('the newest release is the last of the table that is no preview', () => {
  expect(newestRelease()).toBe('v2026.7.10');
});
