import { expect, test } from 'vitest';
import { budgetOf, fits } from './budget.js';
import { mebibytes } from './units.js';

const part = (size: number) => ({ part: 'pool', size: mebibytes(size), how: '' });

test('adds up, and leaves out parts of nothing', () => {
  const budget = budgetOf(mebibytes(100), [part(60), part(0), part(40)]);
  expect(budget.total).toBe(100);
  expect(budget.parts).toHaveLength(2);
  expect(fits(budget)).toBe(true);
});

test('a hair above the limit is the arithmetic, more is not', () => {
  expect(fits(budgetOf(mebibytes(100), [part(100.009)]))).toBe(true);
  expect(fits(budgetOf(mebibytes(100), [part(100.02)]))).toBe(false);
  expect(fits(budgetOf(mebibytes(100), [part(Number.POSITIVE_INFINITY)]))).toBe(false);
});
