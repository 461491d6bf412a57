import { eastAsianWidth } from 'get-east-asian-width';

/** Characters that take no column of their own: combining marks, joiners, variation selectors. */
const zeroWidth = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;

/** Columns a text takes on a terminal: two for wide characters, none for combining ones. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (zeroWidth.test(character)) continue;
    columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}
