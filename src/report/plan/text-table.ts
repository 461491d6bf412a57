import { columnsOf } from '../width.js';
import { type Fragment, measure, wrapFragments } from './text-wrap.js';

type Cell = readonly Fragment[];

const gap = 2;

/**
 * Rows in columns, of which the widest give way where a terminal has not room for all, their cells in several lines. Where even the
 * longest words have not room beside each other, cells stand below each other.
 */
export function tableLines(rows: readonly (readonly Cell[])[], width: number): string[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, at) => sizeOf(rows.map((row) => row[at] ?? [])));
  const widths = columns.map(({ line }) => line);
  const room = width - gap * (count - 1);
  if (columns.reduce((sum, { word }) => sum + word, 0) > room)
    return rows.flatMap((row) => stacked(row, width));
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const candidates = widths.map((each, at) => (each > (columns[at]?.word ?? 0) ? each : 0));
    const at = candidates.indexOf(Math.max(...candidates));
    widths[at] = (widths[at] ?? 1) - 1;
  }
  return rows.flatMap((row) => rowLines(row, widths));
}

function sizeOf(cells: readonly Cell[]): { readonly word: number; readonly line: number } {
  const sizes = cells.map(measure);
  return {
    word: Math.max(0, ...sizes.map(({ word }) => word)),
    line: Math.max(0, ...sizes.map(({ line }) => line)),
  };
}

function rowLines(row: readonly Cell[], widths: readonly number[]): string[] {
  const cells = widths.map((width, at) => wrapFragments(row[at] ?? [], Math.max(1, width), 0, 0));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) => {
    const parts = cells.map((lines, at) => padded(lines[index] ?? '', widths[at] ?? 0));
    return parts.join(' '.repeat(gap)).trimEnd();
  });
}

const colour = /\u001b\[\d+m/g;

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text.replace(colour, ''))));
}

function stacked(row: readonly Cell[], width: number): string[] {
  return row.flatMap((cell, at) =>
    cell.length === 0 ? [] : wrapFragments(cell, width, at === 0 ? 0 : 2, 4),
  );
}
