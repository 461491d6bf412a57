import type { Value } from './read.js';

/** Names with values, as a document has them. */
export type Mapping = { [key: string]: Value };

/** Whether a value is a mapping; an absent one is none. */
export function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
