import type { Palette } from '../palette.js';
import { printable } from '../printable.js';
import { columnsOf } from '../width.js';
import { usualWidth } from '../wrap.js';
import { planDocument } from './build.js';
import type { Block, Inline, Item, Line, Piece, Section } from './document.js';
import { literal, sentence } from './escape.js';
import type { PlanReport } from './model.js';
import { tableLines } from './text-table.js';
import { type Fragment, wrapFragments } from './text-wrap.js';

/** Lines of a part that a terminal shows; a longer part is told in short. */
const mostLines = 120;

/** The report for a terminal. Ends with a line break. */
export function planText(report: PlanReport, palette: Palette, width = usualWidth): string {
  const { verdict, head, sections } = planDocument(report);
  const printer = new Printer(palette, width);
  const lines = [
    ...printer.line(verdict, 0, 0),
    ...head.flatMap((line) => printer.line(line, 0, 2)),
    ...sections.flatMap((section) => ['', ...printer.section(section)]),
  ];
  return `${lines.join('\n')}\n`;
}

class Printer {
  readonly #palette: Palette;
  readonly #width: number;

  constructor(palette: Palette, width: number) {
    this.#palette = palette;
    this.#width = width;
  }

  section({ title, intro, pieces, rest, most, isDense }: Section): string[] {
    const shown = pieces.length > most + 1 ? pieces.slice(0, most) : pieces;
    const left = pieces.slice(shown.length);
    const weight = left.reduce((sum, each) => sum + each.weight, 0);
    return [
      ...this.line([{ strong: title }], 0, 2),
      ...intro.flatMap((block) => this.#block(block, 2)),
      ...shown.flatMap((piece, index) => [...(isDense || index === 0 ? [] : ['']), ...this.#piece(piece)]),
      ...(left.length === 0 ? [] : this.line(rest({ pieces: left.length, weight }), 2, 4)),
    ];
  }

  #piece({ blocks, brief }: Piece): string[] {
    const lines = blocks.flatMap((block) => this.#block(block, 2));
    return brief !== undefined && lines.length > mostLines ? this.line(brief, 2, 4) : lines;
  }

  #block(block: Block, indent: number): string[] {
    switch (block.kind) {
      case 'line':
        return this.line(block.line, indent, indent + 2);
      case 'list':
        return [
          ...(block.under ? this.line(block.under, indent, indent + 2) : []),
          ...block.items.flatMap((item) => this.#item(item, block.under ? indent + 2 : indent)),
        ];
      case 'table':
        return this.#table(block.heads, block.rows, indent);
      case 'shell':
        return block.lines
          .flatMap((line) => line.split('\n'))
          .map((line) => ' '.repeat(indent) + printable(line));
      case 'folded':
        return [
          ...this.line(block.summary, indent, indent + 2),
          ...block.blocks.flatMap((each) => this.#block(each, indent + 2)),
        ];
    }
  }

  #item({ line, below }: Item, indent: number): string[] {
    return [
      ...this.line(line, indent, indent + 4),
      ...below.flatMap((each) => this.line(each, indent + 4, indent + 8)),
    ];
  }

  #table(heads: readonly string[], rows: readonly (readonly Line[])[], indent: number): string[] {
    const cells = [
      heads.map((head) => [{ text: head, paint: this.#palette.faint }]),
      ...rows.map((row) => row.map((cell) => this.#fragments(cell))),
    ];
    return tableLines(cells, this.#width - indent).map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
  }

  /** A line that goes on further right. */
  line(line: Line, indent: number, further: number): string[] {
    return wrapFragments(this.#fragments(line), this.#width, indent, further);
  }

  #fragments(line: Line): Fragment[] {
    return line.map((each) => this.#fragment(each));
  }

  #fragment(each: Inline): Fragment {
    const { strong, place, severity, good } = this.#palette;
    if (typeof each === 'string') return { text: sentence(each) };
    if ('code' in each) return { text: literal(each.code) };
    if ('place' in each)
      return { text: literal(`${each.place.file}:${each.place.line}:${each.place.column}`), paint: place };
    const { tone } = each;
    const paint = tone === undefined ? strong : tone === 'good' ? good : severity[tone];
    return { text: sentence(each.strong), paint };
  }
}

/** Columns of the widest line, for tests. */
export function widest(text: string): number {
  return Math.max(...text.split('\n').map(columnsOf));
}
