import { expect, test } from 'vitest';
import { hasFormat, isQuantity, parseCidr, parseIp } from './formats.js';

const good: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2026-01-31T12:00:00Z', '2024-02-29T23:59:59.999+05:30'],
  date: ['2026-01-31'],
  duration: ['90s', '1h30m', '-1.5h', '0', '3 days', '1w'],
  byte: ['aGVsbG8='],
  ipv4: ['10.0.0.1', '010.0.0.1'],
  ipv6: ['::', 'fe80::1', '::ffff:1.2.3.4'],
  cidr: ['10.0.0.0/8', 'fd00::/8'],
  uri: ['https://example.org', '/path', 'mailto:a@b'],
  uuid: ['123e4567e89b12d3a456426614174000'],
  hostname: ['a', 'a.example'],
  'k8s-short-name': ['a-b'],
  'something-else': ['anything'],
};

const bad: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2026-02-29T00:00:00Z', '2026-01-31', '2026-01-31T24:00:00Z'],
  date: ['2026-02-30', '2026-1-1'],
  duration: ['1', '', 'P1D'],
  byte: ['aGVsbG8', ''],
  ipv4: ['1.2.3', '256.0.0.1', '::1'],
  ipv6: ['1.2.3.4', 'fe80::1%eth0', ':::'],
  cidr: ['10.0.0.0', '10.0.0.0/33'],
  uri: ['example.org', ''],
  uuid: ['x'],
  hostname: ['-a', 'a_b', '1.2.3.4'],
  'k8s-short-name': ['A', 'a.b'],
};

test.each(Object.entries(good))('%s takes', (format, texts) => {
  expect(texts.filter((text) => hasFormat(format, text) === false)).toEqual([]);
});

test.each(Object.entries(bad))('%s refuses', (format, texts) => {
  expect(texts.filter((text) => hasFormat(format, text) !== false)).toEqual([]);
});

test('quantities', () => {
  expect(['1', '1.5Gi', '500m', '1e3', '+1', '.5', '1E', '-1k'].every(isQuantity)).toBe(true);
  expect(['', '1gb', '1 Gi', 'Gi', '1.2.3', '1e'].some(isQuantity)).toBe(false);
});

test('addresses', () => {
  expect(parseIp('::1')).toHaveLength(16);
  expect(parseIp('01.2.3.4')).toBeUndefined();
  expect(parseCidr('10.0.0.0/08')).toBeUndefined();
});
