import type { Diagnostic } from '../diagnostics/index.js';
import { palette } from './palette.js';
import { renderDiagnostics } from './text.js';

/** Findings as the command line prints them, with or without colours. */
export function renderText(
  diagnostics: readonly Diagnostic[],
  options: { readonly colour?: boolean } = {},
): string {
  return renderDiagnostics(diagnostics, palette(options.colour ?? false));
}
