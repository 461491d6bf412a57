import type { Palette } from '../../report/palette.js';
import { printableLine } from '../../report/printable.js';
import { usualWidth, wrap } from '../../report/wrap.js';
import { type Io, paletteOf, widthOf } from '../io.js';
import { drawMarkdown, drawText, escaped } from '../size/draw.js';
import type { Page, Tone } from './page.js';

/** A page for a terminal. Elsewhere the answer and the rows of a table have a line each, and sentences are as wide as a page of help. */
export function pageToText({ answer, tone, tables, remarks }: Page, io: Io): string {
  const paint = paletteOf(io, 'stdout');
  const width = widthOf(io);
  const said = printableLine(answer);
  const lines = width === undefined ? [said] : wrap(said, width);
  const head = `${lines.map((line) => inTone(tone, paint)(line)).join('\n')}\n`;
  const drawn = tables.map((table) =>
    drawText(table, paint, width ?? (table.labels ? usualWidth : undefined)),
  );
  const last = remarks.map(printableLine).flatMap((each) => wrap(each, width ?? usualWidth));
  return [head, ...drawn, ...(last.length > 0 ? [`${last.join('\n')}\n`] : [])].join('\n');
}

function inTone(tone: Tone, { good, severity }: Palette): (text: string) => string {
  return { good, warning: severity.warning, bad: severity.error }[tone];
}

/** A page for a review or a wiki. */
export function pageToMarkdown({ answer, tables, remarks }: Page): string {
  const parts = [
    `**${escaped(answer, false)}**\n`,
    ...tables.map(drawMarkdown),
    ...remarks.map((remark) => `${escaped(remark, false)}\n`),
  ];
  return parts.join('\n');
}
