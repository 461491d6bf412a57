/** Control characters and those that reorder text on a terminal; a hostile file could use them to forge output. */
const unprintable =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A text that a terminal shows as it is: tabs become a space, other control characters a replacement mark. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => (character === '\t' ? ' ' : '\ufffd'));
}

/** The same, in one line: a line break could begin a line that only looks like one of ours, or like a command to a CI system. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\ufffd');
}
