import * as output from '../collision.js';
import * as conformance from '../conformance.js';
import type { DiagnosticDefinition } from '../diagnostics/index.js';
import * as reading from '../manifests/kinds.js';
import * as rules from '../rules/catalogue.js';
import * as severalCommits from '../several-commits.js';
import * as schema from '../topology/schema-kinds.js';
import * as manifest from '../verify/kinds.js';
import * as waivers from '../waivers.js';
import * as syntax from '../yaml/syntax.js';
import * as size from './size/kinds.js';

/** Every kind of finding the program can report, sorted by id. */
export const catalogue: readonly DiagnosticDefinition[] = definitionsOf(
  syntax,
  schema,
  rules,
  reading,
  manifest,
  output,
  conformance,
  severalCommits,
  waivers,
  size,
);

/** The kinds of finding among the exports of modules, alone or in lists. */
function definitionsOf(...modules: readonly object[]): DiagnosticDefinition[] {
  const exported: readonly unknown[] = modules.flatMap((module) => Object.values(module)).flat();
  return exported.filter(isDefinition).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Whether something exported is a kind of finding. */
export function isDefinition(value: unknown): value is DiagnosticDefinition {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'why' in value && 'messages' in value
  );
}
