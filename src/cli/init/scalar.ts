import { stringify } from 'yaml';

/** A text as YAML: between quotes where a reader could take it for a number or a truth value. */
export function scalar(text: string): string {
  return stringify(text, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd();
}
