import type { Diagnostic } from '../diagnostics/index.js';
import { diagnosticToJson, type JsonDiagnostic } from '../report/json.js';
import { renderDiagnostics } from '../report/text.js';
import { type Io, paletteOf } from './io.js';

/** Prints findings for people, on standard error. */
export function printFindings(diagnostics: readonly Diagnostic[], io: Io): void {
  if (diagnostics.length > 0) io.stderr.write(`${renderDiagnostics(diagnostics, paletteOf(io, 'stderr'))}\n`);
}

/** Findings and their counts as `--format json` prints them. */
export function findingsAsJson(diagnostics: readonly Diagnostic[]): {
  diagnostics: JsonDiagnostic[];
  counts: { error: number; warning: number; info: number };
} {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return { diagnostics: diagnostics.map(diagnosticToJson), counts };
}
