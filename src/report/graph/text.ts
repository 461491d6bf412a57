import { eastAsianWidth } from 'get-east-asian-width';

// Nothing here can ask a font how wide it is, so these are the advances of the widest of the common sans-serif fonts: whatever is
// installed, text is narrower.

/** Advances of the printable ASCII characters, in hundredths of the font's size. */
const regular = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74,
  69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64,
  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];
const bold = [
  35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40,
  40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69,
  82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72,
  69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

const zeroWidth = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;

/** How a text is set. */
export interface Face {
  readonly size: number;
  readonly bold?: boolean;
}

/** The most room a text takes, in pixels. */
export function widthOf(text: string, { size, bold: isBold = false }: Face): number {
  const advances = isBold ? bold : regular;
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = advances[code - 32];
    if (code >= 32 && known !== undefined) hundredths += known;
    else hundredths += otherWidth(character, code);
  }
  return (hundredths * size) / 100;
}

function otherWidth(character: string, code: number): number {
  if (zeroWidth.test(character)) return 0;
  if (pictograph.test(character)) return 138;
  if (character === '…') return 100;
  return eastAsianWidth(code) === 2 ? 105 : 112;
}

/** Made for the first text that does not fit: reading its tables takes longer than drawing. */
let segmenter: Intl.Segmenter | undefined;

/** As much of a text as fits, with an ellipsis where something is missing. */
export function fitted(text: string, room: number, face: Face): string {
  // A sum of many small numbers may miss by a hair.
  if (widthOf(text, face) <= room + 0.01) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(`${kept}${segment}…`, face) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in lines that fit; a word that is too long for one is cut. At most `most` lines. */
export function wrapped(text: string, room: number, face: Face, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, face) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= most) return lines.map((each) => fitted(each, room, face));
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1).map((each) => fitted(each, room, face)), fitted(rest, room, face)];
}

/** Characters that XML forbids, and those that turn or forge a line. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** One line of text that any viewer shows as it is. */
export function plain(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]/g, ' ').replace(forbidden, '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for the content or an attribute of XML. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
