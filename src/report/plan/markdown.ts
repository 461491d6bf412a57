import { uriOf } from '../paths.js';
import { planDocument } from './build.js';
import type { Block, FilePlace, Inline, Item, Line, Piece, PlanDocument, Section } from './document.js';
import { codeText, type Escaping, inCell, inHtml, inMarkdown, sentenceText, visible } from './escape.js';
import type { PlanReport } from './model.js';

/** The first line of every report, by which a comment is known again. */
export const planMarker = '<!-- dbspan plan -->';

/** What GitHub takes for a comment. It counts characters; as bytes they are never fewer, whatever it means by a character. */
export const mostOfComment = 65_536;

/** The report for a review. It always fits in a comment: for want of room whole parts become counts, the least important first. */
export function planMarkdown(report: PlanReport, most = mostOfComment): string {
  const printer = new Printer(report);
  const document = planDocument(report);
  const head = printer.head(document);
  const parts = document.sections.map((section) => printer.part(section));
  share(parts, most - bytes(head));
  return head + parts.map(textOf).join('');
}

interface Part {
  readonly section: Section;
  readonly start: string;
  readonly pieces: readonly { readonly full: string; readonly brief: string | undefined }[];
  /** What is shown of each of the first pieces; the others are counted. */
  readonly shown: string[];
  readonly rest: (left: { readonly pieces: number; readonly weight: number }) => string;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Room for numbers that are longer than the one of all pieces. */
const slack = 8;

/**
 * Gives the parts what there is of room. At first each, in the order of their ranks, takes no more than half of what is left, so that
 * the longest does not take all; then what is left is given away in the same order.
 */
function share(parts: readonly Part[], most: number): void {
  let left = most;
  for (const { section, start, pieces, rest } of parts) {
    left -= bytes(start);
    if (pieces.length > 0)
      left -= bytes(rest({ pieces: pieces.length, weight: weightOf(section.pieces) })) + slack;
  }
  const ranked = [...parts].sort((a, b) => a.section.rank - b.section.rank);
  for (const factor of [0.5, 1]) for (const part of ranked) left -= fill(part, Math.floor(left * factor));
}

/** Shows as many pieces of a part as fit; returns what they took. */
function fill({ pieces, shown }: Part, room: number): number {
  let taken = 0;
  for (const { full, brief } of pieces.slice(shown.length)) {
    const chosen = [full, brief].find((text) => text !== undefined && taken + bytes(text) <= room);
    if (chosen === undefined) break;
    shown.push(chosen);
    taken += bytes(chosen);
  }
  return taken;
}

function textOf({ section, start, pieces, shown, rest }: Part): string {
  const left = section.pieces.slice(shown.length);
  const last = left.length === 0 ? '' : rest({ pieces: left.length, weight: weightOf(left) });
  return pieces.length === 0 ? start : `${start}${shown.join('')}${last}`;
}

function weightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { weight }) => sum + weight, 0);
}

class Printer {
  readonly #report: PlanReport;

  constructor(report: PlanReport) {
    this.#report = report;
  }

  head({ verdict, head }: PlanDocument): string {
    const lines = head.map((line) => `${this.#line(line, inMarkdown)}\n`);
    return `${planMarker}\n## ${this.#verdict(verdict)}\n\n${lines.join('\n')}`;
  }

  /** A heading is bold by itself. */
  #verdict(verdict: Line): string {
    const plain = verdict.map((each) => (typeof each === 'object' && 'strong' in each ? each.strong : each));
    return `dbspan plan: ${this.#line(plain, inMarkdown)}`;
  }

  part(section: Section): Part {
    return {
      section,
      start: `\n### ${sentenceText(section.title, inMarkdown)}\n${this.#apart(section.intro)}`,
      pieces: section.pieces.map(({ blocks, brief }, index) => ({
        full:
          section.isDense && index > 0
            ? blocks.map((block) => this.#block(block)).join('')
            : this.#apart(blocks),
        brief: brief === undefined ? undefined : `\n- ${this.#line(brief, inMarkdown)}\n`,
      })),
      shown: [],
      rest: (left) => `\n${this.#line(section.rest(left), inMarkdown)}\n`,
    };
  }

  /** Blocks with a blank line before each. */
  #apart(blocks: readonly Block[]): string {
    return blocks.map((block) => `\n${this.#block(block)}`).join('');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'line':
        return `${this.#line(block.line, inMarkdown)}\n`;
      case 'list':
        return `${block.under ? `${this.#line(block.under, inMarkdown)}\n\n` : ''}${block.items.map((item) => this.#item(item)).join('')}`;
      case 'table':
        return this.#table(block.heads, block.rows);
      case 'shell':
        return fenced(block.lines);
      case 'folded': {
        const summary = `<summary>${this.#line(block.summary, inHtml)}</summary>`;
        return `<details>${summary}\n${this.#apart(block.blocks)}\n</details>\n`;
      }
    }
  }

  #item({ line, below }: Item): string {
    const lines = [
      `- ${this.#line(line, inMarkdown)}`,
      ...below.map((each) => `  - ${this.#line(each, inMarkdown)}`),
    ];
    return `${lines.join('\n')}\n`;
  }

  #table(heads: readonly string[], rows: readonly (readonly Line[])[]): string {
    const rowText = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    const shown = rows.map((row) => rowText(row.map((cell) => this.#line(cell, inCell))));
    return rowText(heads.map((head) => head)) + rowText(heads.map(() => '---')) + shown.join('');
  }

  #line(line: Line, escaping: Escaping): string {
    return line.map((each) => this.#inline(each, escaping)).join('');
  }

  #inline(each: Inline, escaping: Escaping): string {
    if (typeof each === 'string') return sentenceText(each, escaping);
    if ('code' in each) return codeText(each.code, escaping);
    if ('strong' in each) {
      const text = sentenceText(each.strong, escaping);
      return escaping === inHtml ? `<b>${text}</b>` : `**${text}**`;
    }
    return this.#place(each.place, escaping);
  }

  #place({ file, line, column }: FilePlace, escaping: Escaping): string {
    const { folder, blobs } = this.#report;
    const text = codeText(`${file}:${line}:${column}`, escaping);
    const uri = uriOf(folder, visible(file));
    const isInside = !/^(?:[a-z]+:|\/|\.\.|%3C)/i.test(uri);
    return isInside && escaping !== inHtml ? `[${text}](${blobs ?? ''}${uri}#L${line})` : text;
  }
}

function fenced(lines: readonly string[]): string {
  const text = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/\p{Cc}/gu, ' '));
  const longest = Math.max(
    2,
    ...text.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${text.join('\n')}\n${fence}\n`;
}
