import type { Diagnostic, Severity } from '../diagnostics/index.js';
import { capped, omissionText } from './cap.js';
import { renderFrame } from './frame.js';
import type { Palette } from './palette.js';
import { printableLine } from './printable.js';
import type { Problem } from './report.js';

/** One finding for people: message, frame, why, fix, and where to read more. Ends with a line break. */
export function renderDiagnostic(diagnostic: Diagnostic, palette: Palette): string {
  const { id, severity, message, why, fix } = diagnostic;
  const lines = [
    `${palette.severity[severity](`${severity} ${id}`)}${palette.strong(`: ${printableLine(message)}`)}`,
    renderFrame(diagnostic, palette),
    `  ${palette.faint('why:')} ${printableLine(why)}`,
  ];
  if (fix !== undefined) lines.push(`  ${palette.faint('fix:')} ${printableLine(fix)}`);
  lines.push(`  ${palette.faint(`more: dbspan explain ${id}`)}`);
  return `${lines.join('\n')}\n`;
}

/** All findings, a blank line between them. Empty when there are none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], palette: Palette): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, palette)).join('\n');
}

/** Findings, at most nine of a kind in one file, a blank line between them. */
export function renderCapped(diagnostics: readonly Diagnostic[], command: string, palette: Palette): string {
  const kindOf = ({ id, severity, primary }: Diagnostic) => ({ id, severity, file: primary.span.file.name });
  const parts = capped(diagnostics, kindOf).map((each) =>
    'omitted' in each
      ? `${palette.severity[each.severity](omissionText(each, command))}\n`
      : renderDiagnostic(each, palette),
  );
  return parts.join('\n');
}

/** A finding that is about no line of a source. Ends with a line break. */
export function renderProblem({ id, severity, message, fix }: Problem, palette: Palette): string {
  const head = `${palette.severity[severity](`${severity} ${id}`)}: ${printableLine(message)}\n`;
  return fix === undefined ? head : `${head}  ${palette.faint('fix:')} ${printableLine(fix)}\n`;
}

const plurals = { error: 'errors', warning: 'warnings', info: 'notes' } as const satisfies Record<
  Severity,
  string
>;
const singulars = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** `2 errors, 1 warning, 1 waived`; `no findings` when there are none. */
export function countSummary(diagnostics: readonly Pick<Diagnostic, 'severity'>[], waived = 0): string {
  const parts: string[] = [];
  for (const severity of ['error', 'warning', 'info'] as const) {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (count > 0) parts.push(`${count} ${count === 1 ? singulars[severity] : plurals[severity]}`);
  }
  if (parts.length === 0) parts.push('no findings');
  if (waived > 0) parts.push(`${waived} waived`);
  return parts.join(', ');
}
