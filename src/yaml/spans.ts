import type { SourceFile, Span } from '../diagnostics/source.js';

interface ContainerSpans {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  /** Per key or index: start and end of the key (equal for list items), then of the value. */
  readonly entries: Map<string | number, readonly [number, number, number, number]>;
}

const spansOf = new WeakMap<object, ContainerSpans>();

/** Remembers where a parsed mapping or list and its entries stand. Called by the reader alone. */
export function rememberSpans(container: object, spans: ContainerSpans): void {
  spansOf.set(container, spans);
}

/** Gives a copy of a mapping or list, in which some entry may differ, the places of the original. */
export function shareSpans(original: object, copy: object): void {
  const spans = spansOf.get(original);
  if (spans) spansOf.set(copy, spans);
}

function need(container: object): ContainerSpans {
  const spans = spansOf.get(container);
  if (!spans) throw new Error('this object was not read from a topology file');
  return spans;
}

/** Where a mapping or list stands as a whole. */
export function spanOf(container: object): Span {
  const { file, start, end } = need(container);
  return { file, start, end };
}

/**
 * Where the value of a field or list item stands; the container itself when it has no such entry, as for a field that
 * was left out.
 */
export function valueSpan<T extends object>(container: T, key: keyof T & (string | number)): Span {
  const { file, entries } = need(container);
  const entry = entries.get(key);
  return entry ? { file, start: entry[2], end: entry[3] } : headSpan(container);
}

/** Where the name of a field stands; the container's head when it has no such field. */
export function keySpan<T extends object>(container: T, key: keyof T & (string | number)): Span {
  const { file, entries } = need(container);
  const entry = entries.get(key);
  return entry ? { file, start: entry[0], end: entry[1] } : headSpan(container);
}

/** The first field or item of a container: the place to point at when something is missing from it. */
export function headSpan(container: object): Span {
  const { file, start, end, entries } = need(container);
  for (const [keyStart, keyEnd, valueStart, valueEnd] of entries.values()) {
    return keyEnd > keyStart
      ? { file, start: keyStart, end: keyEnd }
      : { file, start: valueStart, end: valueEnd };
  }
  return { file, start, end };
}
