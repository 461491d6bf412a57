import type { Span } from '../diagnostics/index.js';
import type { Field } from '../manifests/index.js';
import type { PlaceOf } from '../server-options/index.js';

/**
 * Where a piece of a line of a file stands that is the value of a field: in it for a literal block, else the whole field, as
 * for one in base64.
 */
export function placesIn(field: Field): PlaceOf {
  return (line, text, piece, from) => placeIn(field, line, text, piece, from);
}

function placeIn(field: Field, line: number, text: string, piece: string, after = 0): Span {
  const { file, start, end } = field.span;
  const lines = file.text.slice(start, end).split('\n');
  const source = lines[line + 1];
  if (!lines[0]?.startsWith('|') || source?.trim() !== text.trim()) return field.span;
  const before = lines.slice(0, line + 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from =
    start +
    before +
    Math.max(0, source.indexOf(piece, source.indexOf(text.trim()) + after - text.search(/\S|$/)));
  return { file, start: from, end: from + piece.length };
}
