import { describe, expect, test } from 'vitest';
import {
  bitsPerSecond,
  bytes,
  canonicalCpu,
  canonicalSize,
  millicores,
  milliseconds,
  suggestQuantity,
} from './quantities.js';

test.each([
  ['500Mi', 524_288_000],
  ['1.5Gi', 1_610_612_736],
  ['2G', 2_000_000_000],
  ['1k', 1000],
])('bytes(%s)', (size, expected) => {
  expect(bytes(size)).toBe(expected);
});

test.each([
  ['5120kbps', 5_120_000],
  ['0.5Gbps', 500_000_000],
])('bitsPerSecond(%s)', (bandwidth, expected) => {
  expect(bitsPerSecond(bandwidth)).toBe(expected);
});

test.each([
  ['7ms', 7],
  ['1h30m', 5_400_000],
  ['1.5s', 1500],
  ['2d', 172_800_000],
  ['1m5ms', 60_005],
])('milliseconds(%s)', (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});

test.each([
  ['2', 2000],
  ['500m', 500],
  [0.1, 100],
  [1.1, 1100],
])('millicores(%s)', (cpu, expected) => {
  expect(millicores(cpu)).toBe(expected);
});

describe('canonical forms are those the API server gives back', () => {
  test.each([
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['500Mi', '500Mi'],
    ['1000M', '1G'],
    ['1500M', '1500M'],
    ['0.5Ki', '512'],
  ])('canonicalSize(%s)', (size, expected) => {
    expect(canonicalSize(size)).toBe(expected);
  });

  test.each([
    ['4', '4'],
    ['0.5', '500m'],
    ['1000m', '1'],
    [2, '2'],
  ])('canonicalCpu(%s)', (cpu, expected) => {
    expect(canonicalCpu(cpu)).toBe(expected);
  });
});

test.each([
  ['size', '10GB', '10Gi'],
  ['size', '10 gib', '10Gi'],
  ['size', '5kB', '5Ki'],
  ['size', '0GB', undefined],
  ['size', 'ten', undefined],
  ['bandwidth', '5 Mbit/s', '5Mbps'],
  ['bandwidth', '1gbps', '1Gbps'],
  ['duration', '30 min', '30m'],
  ['duration', '2 hours', '2h'],
  ['duration', '7 msec', '7ms'],
] as const)('suggestQuantity(%s, %s)', (kind, text, expected) => {
  expect(suggestQuantity(kind, text)).toBe(expected);
});
