import { expect, test } from 'vitest';
import {
  bandwidthText,
  bitsPerSecond,
  bytesPerSecond,
  mebibytes,
  percent,
  rateText,
  roughSizeText,
  sizeText,
} from './units.js';

test.each([
  [512, '512Mi'],
  [1024, '1Gi'],
  [1536, '1.5Gi'],
  [170 * 1024, '170Gi'],
  [0.25, '0.3Mi'],
  [1100, '1100Mi'],
  [2 ** 21, '2Ti'],
])('%d MiB are %s', (size, text) => expect(sizeText(mebibytes(size))).toBe(text));

test.each([
  [511.6, '512Mi'],
  [5941, '5.8Gi'],
  [1739.4 * 1024, '1.7Ti'],
])('%d MiB are about %s', (size, text) => expect(roughSizeText(mebibytes(size))).toBe(text));

test.each([
  [999_000, '999kbps'],
  [1_000_000, '1Mbps'],
  [1_510_000, '1.6Mbps'],
  [39_000_001, '40Mbps'],
  [800_000_000, '800Mbps'],
  [10_010_000_000, '10.1Gbps'],
])('%d bit/s are %s, rounded up', (bandwidth, text) =>
  expect(bandwidthText(bitsPerSecond(bandwidth))).toBe(text),
);

test.each([
  [4 * 2 ** 20, '4Mi'],
  [2.59 * 2 ** 20, '2.5Mi'],
  [500_000, '488Ki'],
])('%d bytes a second are %s, rounded down', (rate, text) =>
  expect(rateText(bytesPerSecond(rate))).toBe(text),
);

test('a share', () => expect(percent(0.553)).toBe('55 %'));
