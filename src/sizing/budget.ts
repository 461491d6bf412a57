import { type Mebibytes, mebibytes } from './units.js';

/** One line of a budget. */
export interface BudgetPart {
  /** In words: `buffer pool`. */
  readonly part: string;
  readonly size: Mebibytes;
  /** The arithmetic, or where the figure comes from: `20 x 12.5Mi`. */
  readonly how: string;
}

/** What may be taken at worst, line by line, and what there is. */
export interface Budget {
  readonly limit: Mebibytes;
  readonly parts: readonly BudgetPart[];
  /** Sum of the parts, the reserve included. */
  readonly total: Mebibytes;
}

/** Adds up a budget; parts of nothing are left out. */
export function budgetOf(limit: Mebibytes, parts: readonly BudgetPart[]): Budget {
  const counted = parts.filter(({ size }) => size > 0);
  return {
    limit,
    parts: counted,
    total: mebibytes(counted.reduce((sum, { size }) => sum + size, 0)),
  };
}

/** Room for what is smaller than the arithmetic's own roundings: a hundredth of a mebibyte. */
const hair = 0.01;

/** True when the parts fit. */
export function fits({ total, limit }: Budget): boolean {
  return total <= limit + hair;
}
