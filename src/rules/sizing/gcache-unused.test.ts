import { expect, test } from 'vitest';
import { alone, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/gcache-unused';

test('a single server', () => {
  expect(sizingFindings(alone('sizing: { gcache: 1Gi }'))).toEqual([
    `warning ${id} 27:15 orders has one replica, which keeps no write sets for others`,
  ]);
  expect(sizingFindings(alone('sizing: { gcache: { rideOut: 1h, writeRate: 1Mi } }'))).toHaveLength(1);
});

test('is content with several, and without', () => {
  expect(sizingFindings(withLines('sizing: { gcache: 1Gi }'))).toEqual([]);
  expect(sizingFindings(alone())).toEqual([]);
});
