import { expect, test } from 'vitest';
import { durationOf, goMilliseconds, quantity, sizeOf } from './amounts.js';

test('quantities are the same by their value', () => {
  expect(quantity('1Gi')).toBe(quantity('1024Mi'));
  expect(quantity(2)).toBe(quantity('2000m'));
  expect(quantity('1e3')).toBe(quantity('1k'));
  expect(quantity('1G')).not.toBe(quantity('1Gi'));
  for (const none of ['', 'x', '1Q', '1.', {}, null, undefined, `1e${'9'.repeat(40)}`])
    expect(quantity(none as never)).toBe(none === '1.' ? quantity(1) : undefined);
});

test.each([
  ['500Mi', '500Mi'],
  [1073741824, '1Gi'],
  ['1.5Gi', '1.5Gi'],
  ['3000', '3k'],
  ['1', undefined],
  ['0', undefined],
  ['-1Gi', undefined],
])('the size %s', (given, expected) => {
  expect(sizeOf(given)).toBe(expected);
});

test('durations of Go', () => {
  expect(goMilliseconds('1h30m')).toBe(5_400_000);
  expect(goMilliseconds('5')).toBeUndefined();
  expect(durationOf('720h')).toBe('30d');
  expect(durationOf('168h30m0s')).toBe('7d30m');
  expect(durationOf('0s')).toBeUndefined();
});
