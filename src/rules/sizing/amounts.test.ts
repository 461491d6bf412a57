import { expect, test } from 'vitest';
import { budgetOf, mebibytes } from '../../sizing/index.js';
import { eitherOf, enoughText, largestLines, mostText } from './amounts.js';

test('what is enough is rounded up, what is not too much is rounded down', () => {
  expect([1023.2, 1024, 1536, 1537, 10_300].map((size) => enoughText(mebibytes(size)))).toEqual([
    '1Gi',
    '1Gi',
    '1.5Gi',
    '1537Mi',
    '10.25Gi',
  ]);
  expect([1024.9, 10_300, 17.9].map((size) => mostText(mebibytes(size)))).toEqual(['1Gi', '10Gi', '17Mi']);
});

test('the largest lines of a budget, without the reserve', () => {
  const part = (name: string, size: number, how: string) => ({ part: name, size: mebibytes(size), how });
  const budget = budgetOf(mebibytes(100), [
    part('small', 1, 'measured'),
    part('connections', 20, '2 x 10Mi (no bound: max_session_mem_used is not set)'),
    part('reserve', 50, '5 %'),
    part('pool', 30, '1.25 x max_wal_size'),
  ]);
  expect(largestLines(budget, 2)).toEqual(['30Mi pool', '20Mi connections (2 x 10Mi, and more)']);
});

test('remedies', () => {
  expect(eitherOf(['a', 'b', 'c'])).toBe('a, or b, or c');
});
