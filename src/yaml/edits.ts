import type { Span } from '../diagnostics/index.js';

/**
 * The lines of an item of a block list or of a field of a block mapping, with its hyphen or key, to remove it as a whole: a
 * comment behind it goes with it, one on lines of its own stays. Undefined when other things stand on its lines, as in flow
 * style.
 *
 * @param span of the value of an item, or from the key of a field to the end of its value
 */
export function wholeLines({ file, start, end }: Span): Span | undefined {
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^ *(?:- +)?$/.test(text.slice(lineStart, start))) return undefined;
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  const stop = lineEnd === -1 ? text.length : lineEnd + 1;
  const behind = text.slice(end, stop);
  // A block collection's span may reach to the start of the line after it.
  if (end > start && text[end - 1] === '\n') return { file, start: lineStart, end };
  return /^[ \t]*(?:#[^\n]*)?\n?$/.test(behind) ? { file, start: lineStart, end: stop } : undefined;
}
