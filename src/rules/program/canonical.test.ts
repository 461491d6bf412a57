import { expect, test } from 'vitest';
import { canonical, canonicalSet } from './canonical.js';

test('the order of fields does not count, that of lists does', () => {
  expect(canonical({ a: 1, b: [1, { c: null }] })).toBe(canonical({ b: [1, { c: null }], a: 1 }));
  expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});

test('the order of a set does not count', () => {
  expect(canonicalSet(['a', 'b'])).toBe(canonicalSet(['b', 'a']));
  expect(canonicalSet(['a'])).not.toBe(canonicalSet(['b']));
  expect(canonicalSet(undefined)).toBeUndefined();
});
