import type { Value } from '../yaml/read.js';
import type { Path } from './path.js';
import type { Schema } from './schema.js';

/** Something the API server would refuse, before it is put into words. `path` leads to the value. */
export type Problem = { readonly path: Path | undefined } & (
  | { readonly code: 'unknown'; readonly around: Schema }
  | { readonly code: 'type'; readonly expected: string; readonly found: Value }
  | { readonly code: 'null' }
  | { readonly code: 'missing'; readonly field: string }
  | { readonly code: 'enum'; readonly found: Value; readonly choices: readonly Value[] }
  | { readonly code: 'pattern'; readonly found: string; readonly pattern: string }
  | { readonly code: 'badPattern'; readonly pattern: string; readonly reason: string }
  | { readonly code: 'format'; readonly found: Value; readonly format: string }
  | {
      readonly code: 'shorter' | 'longer' | 'fewer' | 'more' | 'fewerFields' | 'moreFields';
      readonly found: number;
      readonly limit: number;
    }
  | { readonly code: 'range'; readonly found: Value; readonly bound: string }
  | { readonly code: 'multiple'; readonly found: number; readonly of: number }
  | { readonly code: 'duplicate'; readonly first: number; readonly keys: readonly string[] }
  | {
      readonly code: 'alternatives';
      readonly mode: 'anyOf' | 'oneOf';
      readonly matched: number;
      readonly branches: readonly (readonly Problem[])[];
    }
  | { readonly code: 'not' }
  | { readonly code: 'built-in'; readonly text: string }
  | { readonly code: 'metadata'; readonly text: string; readonly why: MetadataFault; readonly atKey: boolean }
);

/** Which part of the metadata is at fault. */
export type MetadataFault = 'name' | 'namespace' | 'label' | 'annotation' | 'other';
