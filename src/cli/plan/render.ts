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

/** A plan in a form. Each is loaded when it is asked for. */
export async function renderPlan(
  report: PlanReport,
  form: PlanForm,
  { width, paint }: Paper,
): Promise<string> {
  switch (form) {
    case 'markdown':
      return (await import('../../report/plan/markdown.js')).planMarkdown(report);
    case 'json':
      return (await import('../../report/plan/json.js')).planJson(report);
    case 'text':
      return (await import('../../report/plan/text.js')).planText(report, paint, width);
  }
}
