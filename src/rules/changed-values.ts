import type { FieldChange } from '../changes/index.js';

/** What stands in a field of an object. */
export type Value = Exclude<FieldChange['before'], undefined>;

/** Whether a value holds others by name. */
export function isMapping(value: Value | undefined): value is Extract<Value, { [key: string]: unknown }> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
