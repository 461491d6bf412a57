import { type Palette, palette } from '../../report/palette.js';
import type { PlanReport } from '../../report/plan/model.js';
import type { PlanForm } from './form.js';

/** What a text is printed on. */
export interface Paper {
  /** Columns; undefined where there is no end to a line. */
  readonly width: number | undefined;
  readonly paint: Palette;
}

/** A file: it has no width and no colours. */
export const plainPage: Paper = { width: undefined, paint: palette(false) };

/** A plan in a form. */
export async function renderPlan(report: PlanReport, form: PlanForm, _paper: Paper): Promise<string> {
  const { change, diagnostics, commits, outputs, outputBefore, outputAfter } = report;
  if (form === 'json')
    return `${JSON.stringify({ before: { output: outputBefore }, after: { output: outputAfter }, commits: outputs }, undefined, 2)}\n`;
  const lines = [
    `${change.objects.length} objects change, ${change.texts.length} texts, ${commits.commits.length} commits`,
    ...diagnostics.map(({ id, severity, message }) => `${severity} ${id}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}
