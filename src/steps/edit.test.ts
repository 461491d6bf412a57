import { expect, test } from 'vitest';
import { countsDown, isSame, withTexts, withValue } from './edit.js';

test('a value is put in without a change of the old one', () => {
  const old = { spec: { list: [{ name: 'a' }], kept: 1 } };
  expect(withValue(old, ['spec', 'list', 0, 'name'], 'b')).toEqual({
    spec: { list: [{ name: 'b' }], kept: 1 },
  });
  expect(withValue(old, ['spec', 'new', 'deep'], true)).toEqual({
    spec: { list: [{ name: 'a' }], kept: 1, new: { deep: true } },
  });
  expect(withValue(old, ['spec', 'kept'], undefined)).toEqual({ spec: { list: [{ name: 'a' }] } });
  expect(old).toEqual({ spec: { list: [{ name: 'a' }], kept: 1 } });
});

test('every text is another one', () => {
  expect(withTexts({ a: ['x', 1], b: { c: 'x' } }, (text) => `${text}!`)).toEqual({
    a: ['x!', 1],
    b: { c: 'x!' },
  });
});

test('values are the same whatever the order of their keys', () => {
  expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, undefined)).toBe(false);
});

test.each([
  [5, 3, 0, []],
  [7, 3, 0, [5]],
  [9, 3, 0, [5]],
  [11, 3, 0, [7, 5]],
  [3, 5, 0, []],
  [4, 2, 1, []],
  [6, 2, 1, [3]],
  [3, 2, 0, []],
])('from %i to %i with %i more votes by way of %j', (from, to, others, expected) => {
  for (const [index, count] of [...expected, to].entries()) {
    const before = index === 0 ? from : (expected[index - 1] ?? from);
    if (count < before && !(from === 3 && to === 1))
      expect((count + others) * 2).toBeGreaterThan(before + others);
  }
  expect(countsDown(from, to, others)).toEqual(expected);
});
