import type { Palette } from '../../report/palette.js';
import { printableLine } from '../../report/printable.js';
import { columnsOf } from '../../report/width.js';
import { wrap } from '../../report/wrap.js';
import type { Column, Table } from './tables.js';

/** A table in columns of text, below its title. Ends with a line break. */
export function drawText(table: Table, paint: Palette, terminal: number | undefined): string {
  const { title, heads = false, totals = false, trouble = false, labels = false } = table;
  const { columns, rows } = terminal !== undefined && terminal < roomy ? withoutBars(table) : table;
  const names = heads ? [columns.map(({ name }, at) => (rows.some((row) => row[at]) ? name : ''))] : [];
  const cells = rows.map((row) => row.map(printableLine));
  const layout = layoutOf(columns, [...names, ...cells], terminal);
  const total = trouble ? paint.severity.error : paint.strong;
  const lines = [
    ...names.map((row) => drawRow(row, layout, { cell: paint.faint, bar: paint.faint, last: paint.faint })),
    ...cells.map((row, index) => {
      const plain = (text: string): string => text;
      const cell = totals && index === cells.length - 1 ? total : plain;
      return labels
        ? drawRow(row, layout, { cell: paint.faint, bar: paint.place, last: plain })
        : drawRow(row, layout, { cell, bar: paint.place, last: paint.faint });
    }),
  ];
  const head = title === '' ? '' : `${paint.strong(printableLine(title))}\n`;
  return `${head}${lines.join('\n')}\n`;
}

/** Columns of a terminal from which on a bar leaves the sentence beside it room. */
const roomy = 92;

function withoutBars({ columns, rows }: Table): Pick<Table, 'columns' | 'rows'> {
  const kept = columns.flatMap(({ bar }, at) => (bar ? [] : [at]));
  return {
    columns: columns.filter(({ bar }) => !bar),
    rows: rows.map((row) => kept.map((at) => row[at] ?? '')),
  };
}

interface Layout {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  /** Columns of the terminal left of the last one of the table. */
  readonly left: number;
  readonly terminal: number | undefined;
}

type Paint = (text: string) => string;

function layoutOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: number | undefined,
): Layout {
  const widths = columns
    .slice(0, -1)
    .map((_, at) => rows.reduce((most, row) => Math.max(most, columnsOf(row[at] ?? '')), 0));
  const left = 2 + widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + 2), 0);
  return { columns, widths, left, terminal };
}

function drawRow(
  row: readonly string[],
  { columns, widths, left, terminal }: Layout,
  paint: { readonly cell: Paint; readonly bar: Paint; readonly last: Paint },
): string {
  const sentence = row[widths.length] ?? '';
  const drawn = widths.map((width, at) => {
    if (width === 0) return '';
    const { right, bar } = columns[at] ?? {};
    const cell = row[at] ?? '';
    const space = ' '.repeat(width - columnsOf(cell));
    const shown = cell === '' ? '' : (bar ? paint.bar : paint.cell)(cell);
    return `${right ? space + shown : shown + space}  `;
  });
  const last = sentence === '' ? '' : paint.last(beside(sentence, left, terminal));
  return `  ${drawn.join('')}${last}`.trimEnd();
}

/** Fewer columns are too narrow to read a sentence in. */
const narrowest = 24;

function beside(text: string, left: number, terminal: number | undefined): string {
  if (terminal === undefined || text === '') return text;
  const room = terminal - left;
  if (room < narrowest) return `\n    ${wrap(text, terminal - 4).join('\n    ')}`;
  return wrap(text, room).join(`\n${' '.repeat(left)}`);
}

/** A table of Markdown below a heading. Ends with a line break. */
export function drawMarkdown({ title, columns, rows, totals = false }: Table): string {
  const shown = columns.map((column, at) => ({ ...column, at })).filter(({ bar }) => !bar);
  const lines = rows.map((row, index) => {
    const isTotal = totals && index === rows.length - 1;
    const cells = shown.map(({ at, code }) => {
      const text = escaped((row[at] ?? '').trim(), code === true);
      return isTotal && text !== '' ? `**${text}**` : text;
    });
    return `| ${cells.join(' | ')} |`;
  });
  const heads = shown.map(({ name }) => name);
  const rules = shown.map(({ right }) => (right ? '---:' : '---'));
  const head = title === '' ? '' : `### ${escaped(title, false)}\n\n`;
  return `${head}| ${heads.join(' | ')} |\n| ${rules.join(' | ')} |\n${lines.join('\n')}\n`;
}

/** A text as a cell: nothing in it is read as Markdown or HTML. */
export function escaped(text: string, code: boolean): string {
  const line = printableLine(text);
  if (line === '') return '';
  if (code && !line.includes('`')) return `\`${line.replaceAll('|', '\\|')}\``;
  return line.replace(/[\\`*_[\]|<>]/g, (character) => `\\${character}`);
}
