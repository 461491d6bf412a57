import { Findings, lineStarts, positionAt, type SourceFile } from '../../diagnostics/index.js';
import type { Topology } from '../../topology/index.js';
import { type Leaf, leavesOf, type Pointer } from '../../trace/index.js';
import { hasOptions } from '../../trace/leaves.js';
import { optionLines } from '../../trace/option-text.js';
import { isPlainList, placeAt, type Steps } from '../../trace/place.js';
import { readYaml } from '../../yaml/read.js';
import { keySpan, spanOf, valueSpan } from '../../yaml/spans.js';

/** The fields that a line of a file of the output shows; undefined for a line beyond its end, or a file that is no YAML. */
export function fieldsAtLine(text: string, line: number): Leaf[] | undefined {
  const file: SourceFile = { name: 'output', text };
  if (line < 1 || line > lineStarts(file).length) return undefined;
  const root = readYaml(file, new Findings())?.value;
  if (typeof root !== 'object' || root === null) return undefined;
  const leaves = leavesOf(root);
  const ends = (pointer: Pointer): readonly [number, number] => linesOf(root, pointer, file);
  const on = leaves.filter(({ pointer }) => {
    const [first, last] = ends(pointer);
    return line >= first && line <= last;
  });
  if (on.length > 0) return on;
  // A line that only opens what stands below it.
  const opened = headOfLine(root, line, file);
  return opened === undefined ? [] : leavesOf(inside(root, opened), opened);
}

type Container = Readonly<Record<string | number, unknown>>;

function inside(root: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((value, step) => (value as Container | undefined)?.[step], root);
}

/** First and last line of a field; of an option its own in the text, with the comment above it. */
function linesOf(root: object, pointer: Pointer, file: SourceFile): readonly [number, number] {
  let holder: object = root;
  for (const [index, step] of pointer.entries()) {
    const value = (holder as Container)[step];
    const span = valueSpan(holder as Record<string | number, unknown>, step);
    const first = positionAt(file, keySpan(holder as Record<string | number, unknown>, step).start).line;
    if (typeof value === 'string' && hasOptions(pointer.slice(0, index + 1))) {
      const options = optionLines(value);
      const at = options.findIndex(({ key }) => key === pointer[index + 1]);
      const own = options[at]?.line ?? 0;
      const above = (options[at - 1]?.line ?? -1) + 1;
      return [first + 1 + above, first + 1 + own];
    }
    if (typeof value !== 'object' || value === null)
      return [first, Math.max(first, positionAt(file, Math.max(span.start, span.end - 1)).line)];
    holder = value;
  }
  const { start } = spanOf(holder);
  const { line } = positionAt(file, start);
  return [line, line];
}

function headOfLine(
  container: object,
  line: number,
  file: SourceFile,
  pointer: Pointer = [],
): Pointer | undefined {
  for (const key of Object.keys(container)) {
    const step = Array.isArray(container) ? Number(key) : key;
    const value = (container as Container)[step];
    if (typeof value !== 'object' || value === null) continue;
    const { start } = keySpan(container as Record<string | number, unknown>, step);
    if (positionAt(file, start).line === line && !Array.isArray(container)) return [...pointer, step];
    const below = headOfLine(value, line, file, [...pointer, step]);
    if (below) return below;
  }
  return undefined;
}

/** What a line of a topology says: its fields, or all that stands below one that opens a block. */
export function pathsAtLine(topology: Topology, line: number, column: number | undefined): string[] {
  const found: { readonly steps: Steps; readonly from: number; readonly to: number }[] = [];
  collect(topology, [], line, found);
  const chosen =
    column === undefined ? found : found.filter(({ from, to }) => column >= from && column <= to).slice(-1);
  return chosen.map(({ steps }) => placeAt(topology, steps).path);
}

function collect(
  container: object,
  steps: Steps,
  line: number,
  found: { steps: Steps; from: number; to: number }[],
): void {
  for (const key of Object.keys(container)) {
    const step = Array.isArray(container) ? Number(key) : key;
    const value = (container as Container)[step];
    const holder = container as Record<string | number, unknown>;
    const own = [...steps, step];
    const keyAt = keySpan(holder, step);
    const valueAt = valueSpan(holder, step);
    const first = positionAt(keyAt.file, keyAt.start);
    const last = positionAt(valueAt.file, valueAt.end);
    const isBlock = typeof value === 'object' && value !== null && !isPlainList(value);
    // An item of a list begins where its first field does, which is meant then.
    if (first.line === line && !(isBlock && Array.isArray(container)))
      found.push({
        steps: own,
        from: first.column,
        to: last.line === line ? last.column : Number.POSITIVE_INFINITY,
      });
    else if (isPlainList(value) && first.line <= line && line <= last.line && lineHolds(value, line))
      found.push({ steps: own, from: 1, to: Number.POSITIVE_INFINITY });
    if (isBlock) collect(value, own, line, found);
  }
}

function lineHolds(list: readonly unknown[], line: number): boolean {
  return list.some((_, index) => {
    const span = valueSpan(list as unknown[], index);
    return positionAt(span.file, span.start).line === line;
  });
}
