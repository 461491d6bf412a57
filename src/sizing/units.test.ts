import { expect, test } from 'vitest';
import { fromBytes, mebibytes, percent, sizeText, toBytes } from './units.js';

test.each([
  [512, '512Mi'],
  [1024, '1Gi'],
  [1536, '1.5Gi'],
  [1280, '1.25Gi'],
  [1111, '1111Mi'],
  [11_111, '11111Mi'],
  [2 ** 21, '2Ti'],
  [953.674, '953.7Mi'],
  [13_107.2, '12.8Gi'],
  [0, '0Mi'],
])('%d MiB is written %s', (size, text) => expect(sizeText(mebibytes(size))).toBe(text));

test('whole mebibytes are exact, so that what a message says can be fed back', () => {
  const wrong: number[] = [];
  for (let size = 1; size < 40_000; size += 7) {
    const [, number, unit] = /^([\d.]+)(Mi|Gi)$/.exec(sizeText(mebibytes(size))) ?? [];
    if (Number(number) * (unit === 'Gi' ? 1024 : 1) !== size) wrong.push(size);
  }
  expect(wrong).toEqual([]);
});

test('bytes and mebibytes', () => {
  expect(fromBytes(1e9)).toBeCloseTo(953.674, 3);
  expect(toBytes(mebibytes(1.5))).toBe(1_572_864);
  expect(percent(0.553)).toBe('55 %');
});
