import { expect, test } from 'vitest';
import { fleetName, isFleet } from './fleet.js';

test.each([
  ['store-{001..050}', 'store'],
  ['{1..9}-till', 'till'],
  ['eu-{1..9}-till', 'eu-till'],
  ['{1..9}', 'fleet'],
  [`${'x'.repeat(70)}{1..9}`, 'x'.repeat(63)],
])('calls the entry of %s %s', (pattern, name) => {
  expect(isFleet(pattern)).toBe(true);
  expect(fleetName(pattern)).toBe(name);
});

test('takes what counts nothing for a name', () => {
  expect(isFleet('store-001')).toBe(false);
});
