import type { Findings, SourceFile, Span } from '../diagnostics/index.js';
import { controlCharacter, notUtf8, tooLarge } from './syntax.js';

/** The most bytes a topology file may have: 4 MiB, some 15,000 clusters with a database each. Reading takes 200 times that. */
export const maximumFileSize = 4 * 1024 * 1024;

const firstCharacter = (file: SourceFile): Span => ({ file, start: 0, end: 0 });

/** Offset of the first byte that is not part of valid UTF-8: the longest prefix that is valid ends there. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // What follows may have broken a sequence that began a few bytes earlier.
  while (low > 0 && !isValid(bytes.subarray(0, low), false)) low--;
  return low;
}

function isValid(bytes: Uint8Array, mayBeCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}

/**
 * Bytes of a file as text. What cannot be read is reported, and the result is then undefined.
 * A byte order mark of UTF-8 is dropped.
 */
export function decode(
  name: string,
  bytes: Uint8Array,
  findings: Findings,
  limit: number = maximumFileSize,
): SourceFile | undefined {
  if (bytes.length > limit) {
    findings
      .report(tooLarge, 'file', { size: bytes.length, limit })
      .at(firstCharacter({ name, text: '' }))
      .fix('split it into several files and give their folder');
    return undefined;
  }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    reportEncoding(name, bytes, findings);
    return undefined;
  }
}

function reportEncoding(name: string, bytes: Uint8Array, findings: Findings): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const encoding = first === 0xff ? 'utf-16le' : 'utf-16be';
    findings
      .report(notUtf8, 'utf16')
      .at(firstCharacter({ name, text: new TextDecoder(encoding).decode(bytes) }))
      .fix(`save it as UTF-8, for example: iconv -f ${encoding} -t utf-8`);
    return;
  }
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const file = { name, text: new TextDecoder('utf-8').decode(bytes) };
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  findings
    .report(notUtf8, 'invalid', { byte, offset })
    .at({ file, start: before.length, end: before.length + 1 }, 'not UTF-8 from here')
    .fix('save the file as UTF-8; if it is Latin-1: iconv -f latin1 -t utf-8');
}

/** Control characters but tab and line breaks, the C1 next-line, and non-characters. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** The first character of a text that may not stand in a file, as `U+0085`, with its offset. */
export function forbiddenCharacter(text: string): { readonly code: string; readonly at: number } | undefined {
  const match = forbidden.exec(text);
  if (!match) return undefined;
  const code = match[0].codePointAt(0) ?? 0;
  return { code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, at: match.index };
}

/** Reports the first forbidden character of a file. Returns true when there is one. */
export function reportForbiddenCharacter(file: SourceFile, findings: Findings): boolean {
  const found = forbiddenCharacter(file.text);
  if (!found) return false;
  findings
    .report(controlCharacter, 'raw', { code: found.code })
    .at({ file, start: found.at, end: found.at + 1 }, 'here')
    .fix('remove it; editors show it when invisible characters are switched on');
  return true;
}
