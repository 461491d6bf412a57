/** A text that findings point into: a topology file, or a file it refers to. */
export interface SourceFile {
  /** Name as findings print it: a path relative to where the program stands, or `<stdin>`. */
  readonly name: string;
  readonly text: string;
}

/** A stretch of a source file, in UTF-16 code units from the start of its text; `end` is exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place for people: both numbers count from 1, columns count Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of a file start. Computed once a file, on first need. */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsOf.set(file, starts);
  return starts;
}

const pairEndsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets behind the characters that take two code units: to count them anew for each finding of a long line takes long. */
function pairEnds(file: SourceFile): readonly number[] {
  const known = pairEndsOf.get(file);
  if (known) return known;
  const ends: number[] = [];
  for (const { index } of file.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) ends.push(index + 2);
  pairEndsOf.set(file, ends);
  return ends;
}

/** How many of the sorted numbers are at most a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line and column of an offset; offsets beyond the text count as its end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  const end = Math.max(start, Math.min(offset, file.text.length));
  const pairs = countBelow(pairEnds(file), end) - countBelow(pairEnds(file), start);
  return { line: low + 1, column: end - start - pairs + 1 };
}

/** The text of a line, counted from 1, without its line break. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const end = starts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/, '');
}
