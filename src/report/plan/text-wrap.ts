import { columnsOf } from '../width.js';

/** A piece of a line, and how it is coloured. */
export interface Fragment {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A word: fragments with no space between them. */
type Word = readonly Fragment[];

/** Fragments in lines of at most `width` columns; a longer word has a line of its own. */
export function wrapFragments(
  fragments: readonly Fragment[],
  width: number,
  indent: number,
  further: number,
): string[] {
  const lines: string[] = [];
  let line: Word[] = [];
  let columns = indent;
  for (const word of wordsOf(fragments)) {
    const length = columnsOfWord(word);
    if (line.length > 0 && columns + 1 + length > width) {
      lines.push(' '.repeat(lines.length === 0 ? indent : further) + painted(line));
      line = [];
      columns = further;
    }
    columns += length + (line.length > 0 ? 1 : 0);
    line.push(word);
  }
  lines.push(' '.repeat(lines.length === 0 ? indent : further) + painted(line));
  return lines;
}

/** Columns of the longest word of a line, and of the whole line. */
export function measure(fragments: readonly Fragment[]): { readonly word: number; readonly line: number } {
  const lengths = wordsOf(fragments).map(columnsOfWord);
  const spaces = Math.max(0, lengths.length - 1);
  return { word: Math.max(0, ...lengths), line: lengths.reduce((sum, each) => sum + each, spaces) };
}

function columnsOfWord(word: Word): number {
  return word.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

function wordsOf(fragments: readonly Fragment[]): Word[] {
  const words: Fragment[][] = [];
  let isOpen = false;
  for (const { text, paint } of fragments) {
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) isOpen = false;
      if (part === '') continue;
      const fragment = paint ? { text: part, paint } : { text: part };
      const last = words.at(-1);
      if (isOpen && last) last.push(fragment);
      else words.push([fragment]);
      isOpen = true;
    }
  }
  return words;
}

function painted(words: readonly Word[]): string {
  return words.map((word) => word.map(({ text, paint }) => (paint ? paint(text) : text)).join('')).join(' ');
}
