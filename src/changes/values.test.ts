import { describe, expect, test } from 'vitest';
import { canonical, isAmount, meansSame, valueText } from './values.js';

describe('plain values mean the same', () => {
  test.each([
    ['1Gi', '1024Mi', ['requests', 'storage']],
    ['1Gi', '1024Mi', ['storage', 'size']],
    [1, '1000m', ['limits', 'cpu']],
    ['0.5', '500m', ['requests', 'ephemeral-storage']],
    ['60m', '1h', ['spec', 'timeout']],
    ['1h30m', '90m', ['spec', 'timeout']],
    [Number.NaN, Number.NaN, ['spec', 'x']],
  ])('%s and %s at %s', (before, after, names) => {
    expect(meansSame(before, after, names)).toBe(true);
    expect(meansSame(after, before, names)).toBe(true);
  });

  test.each([
    ['1Gi', '1G', ['requests', 'storage']],
    ['1Gi', '1024Mi', ['spec', 'image']],
    ['1Gi', 'much', ['requests', 'storage']],
    ['60m', '1h', ['data', 'timeout']],
    ['60m', '1h', ['annotations', 'timeout']],
    ['60m', '1h', ['env', 'value']],
    ['60m', '1h', ['args']],
    ['1Gi', '1024Mi', ['data', 'size']],
    ['1Gi', '1024Mi', ['labels', 'memory']],
    ['60m', '60', ['spec', 'timeout']],
    [true, 'true', ['spec', 'x']],
    [3306, '3306', ['spec', 'port']],
    [0, -1, ['requests', 'cpu']],
  ])('not %s and %s at %s', (before, after, names) => {
    expect(meansSame(before, after, names)).toBe(false);
    expect(meansSame(after, before, names)).toBe(false);
  });
});

test('amounts are known by the names above them', () => {
  expect(isAmount(['resources', 'requests', 'nvidia.com/gpu'])).toBe(true);
  expect(isAmount(['data', 'size'])).toBe(false);
  expect(isAmount([])).toBe(false);
});

test('a canonical text knows neither order of keys nor null', () => {
  expect(canonical({ b: 1, a: [null, { d: null }] })).toBe(canonical({ a: [null, {}], b: 1, c: null }));
  expect(canonical(['a', 'b'])).not.toBe(canonical(['b', 'a']));
  expect(canonical('1')).not.toBe(canonical(1));
});

describe('a value as it is shown', () => {
  test.each([
    [undefined, 'not set'],
    [null, 'not set'],
    ['', '""'],
    ['a\n  b\n', 'a ⏎ b'],
    [{ b: [1], a: 'x' }, '{a:x,b:[1]}'],
    [false, 'false'],
  ])('%j', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  test('is on one line, of 80 characters at most, none of them half', () => {
    expect(valueText('x'.repeat(80))).toHaveLength(80);
    expect(valueText('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
    expect([...valueText('😀'.repeat(500))]).toHaveLength(80);
    expect(valueText('😀'.repeat(500))).toBe(`${'😀'.repeat(79)}…`);
  });
});
