import {
  type Diagnostic,
  type Label,
  lineText,
  positionAt,
  type SourceFile,
  type Span,
  withoutSecrets,
} from '../diagnostics/index.js';
import type { Palette } from './palette.js';
import { printable, printableLine } from './printable.js';
import { columnsOf } from './width.js';

const contextLines = 2;
/** Columns of a source line that are shown; longer lines are cut around what is marked. */
const shownColumns = 120;

interface Mark {
  readonly line: number;
  /** UTF-16 offsets in the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly primary: boolean;
}

interface Section {
  readonly file: SourceFile;
  readonly marks: readonly Mark[];
}

/** The lines of source a finding is about, with what is marked in them. Ends without a line break. */
export function renderFrame(diagnostic: Diagnostic, palette: Palette): string {
  const sections = sectionsOf(diagnostic);
  const widest = Math.max(...sections.flatMap(({ marks }) => marks.map(({ line }) => line)));
  const gutter = String(widest).length;
  const blank = ' '.repeat(gutter);
  const rows: string[] = [];
  for (const { file, marks } of sections) {
    const first = marks[0];
    if (!first) continue;
    const place = `${printableLine(file.name)}:${first.line}:${columnOf(file, first)}`;
    rows.push(`${blank} ${palette.faint('┌─')} ${palette.place(place)}`);
    if (file.text === '') continue;
    for (let line = Math.max(1, first.line - contextLines); line < first.line; line++) {
      rows.push(sourceRow(file, line, gutter, palette, 0));
    }
    let previous = first.line;
    for (const [index, mark] of marks.entries()) {
      if (index > 0 && mark.line !== previous) rows.push(`${blank} ${palette.faint('·')}`);
      if (index === 0 || mark.line !== previous)
        rows.push(sourceRow(file, mark.line, gutter, palette, cutOf(file, mark)));
      rows.push(`${blank} ${palette.faint('│')} ${markRow(file, mark, palette)}`);
      previous = mark.line;
    }
  }
  return rows.join('\n');
}

function columnOf(file: SourceFile, mark: Mark): number {
  return [...lineText(file, mark.line).slice(0, mark.from)].length + 1;
}

function sectionsOf(diagnostic: Diagnostic): Section[] {
  const sections: { file: SourceFile; marks: Mark[] }[] = [];
  const labels: [Label, boolean][] = [
    [diagnostic.primary, true],
    ...diagnostic.related.map((label): [Label, boolean] => [label, false]),
  ];
  for (const [label, primary] of labels) {
    const { file } = label.span;
    let section = sections.find((each) => each.file === file);
    if (!section) {
      section = { file, marks: [] };
      sections.push(section);
    }
    section.marks.push(markOf(label.span, label.text, primary));
  }
  return sections;
}

function markOf(span: Span, text: string, primary: boolean): Mark {
  const { line } = positionAt(span.file, span.start);
  const content = lineText(withoutSecrets(span.file), line);
  const lineStart = span.start - offsetInLine(span);
  const from = Math.min(span.start - lineStart, content.length);
  const to = Math.max(from, Math.min(span.end - lineStart, content.trimEnd().length));
  return { line, from, to, text, primary };
}

function offsetInLine(span: Span): number {
  return span.start - (span.file.text.lastIndexOf('\n', span.start - 1) + 1);
}

/** Where the shown part of a long line begins. */
function cutOf(file: SourceFile, mark: Mark): number {
  const { length } = lineText(withoutSecrets(file), mark.line);
  if (length <= shownColumns) return 0;
  return Math.max(0, Math.min(mark.from - shownColumns / 3, length - shownColumns)) | 0;
}

function shown(file: SourceFile, line: number, cut: number): string {
  const text = lineText(withoutSecrets(file), line);
  const end = cut + shownColumns;
  return printable(`${cut > 0 ? '…' : ''}${text.slice(cut, end)}${text.length > end ? '…' : ''}`);
}

function sourceRow(file: SourceFile, line: number, gutter: number, palette: Palette, cut: number): string {
  const number = String(line).padStart(gutter);
  return `${palette.faint(`${number} │`)} ${shown(file, line, cut)}`.trimEnd();
}

function markRow(file: SourceFile, mark: Mark, palette: Palette): string {
  const cut = cutOf(file, mark);
  const text = lineText(withoutSecrets(file), mark.line);
  const before = columnsOf(printable((cut > 0 ? '…' : '') + text.slice(cut, mark.from)));
  const until = Math.min(mark.to, cut + shownColumns);
  const width = Math.max(1, columnsOf(printable(text.slice(mark.from, until))));
  const line = (mark.primary ? '^' : '-').repeat(width) + (mark.text ? ` ${printableLine(mark.text)}` : '');
  return ' '.repeat(before) + (mark.primary ? palette.primary(line) : palette.related(line));
}
