import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

test('a time of renewal stays for ever', () => {
  expect(foundBy('slice/renew-before', sliceConfig({ renewBefore: '"2026-01-01T00:00:00Z"' }))).toEqual([
    'warning 12:3 the SliceConfig shop has renewBefore, which cannot be taken out again',
  ]);
});

test('an interval is right', () => {
  expect(foundBy('slice/renew-before', sliceConfig({ rotationInterval: '30', renewBefore: 'null' }))).toEqual(
    [],
  );
});
