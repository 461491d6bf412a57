import type { OwnershipIndex } from '../output/ownership.js';

/** How many commits were made already on the way to an output, as the index of the old one says: none, unless it is a step towards it. */
export function doneTowards(index: OwnershipIndex | undefined, output: string): number {
  return index?.step?.towards === output ? index.step.number : 0;
}
