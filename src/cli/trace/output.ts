import { lineText, positionAt } from '../../diagnostics/index.js';
import { rangeOf } from '../../report/json.js';
import { printableLine } from '../../report/printable.js';
import { usualWidth, wrap } from '../../report/wrap.js';
import type { Place, Pointer, TracedField } from '../../trace/index.js';
import { pointerText } from '../../trace/index.js';
import type { FileFrom } from '../../trace/reverse.js';
import { type Io, paletteOf, widthOf } from '../io.js';
import { drawText } from '../size/draw.js';

/** A field with its trace. */
export interface Told {
  readonly pointer: Pointer;
  readonly value: unknown;
  readonly trace: TracedField;
}

/** Places that are drawn for one field; the rest is a number. */
const drawn = 8;

/** Longest value in a line. */
const longestValue = 60;

/** A value on one line. */
export function valueText(value: unknown): string {
  const text = String(value);
  const [first = ''] = text.split('\n');
  const line = text.includes('\n') ? `${first} …` : text;
  return printableLine(line.length > longestValue ? `${line.slice(0, longestValue - 1)}…` : line);
}

function lineOf({ span }: Place): string {
  return `${span.file.name}:${positionAt(span.file, span.start).line}`;
}

/** One field: its places with their lines, and the formula. */
export function fieldToText(file: string, { pointer, value, trace }: Told, io: Io): string {
  const paint = paletteOf(io, 'stdout');
  const width = widthOf(io) ?? usualWidth;
  const head = `${paint.strong(printableLine(pointer.length === 0 ? file : `${file}#${pointerText(pointer)}`))} = ${valueText(value)}\n`;
  const shown = trace.places.slice(0, drawn);
  const places = shown.map((place) => {
    const { line } = positionAt(place.span.file, place.span.start);
    const left = place.said ? '' : ' (not said)';
    const text = printableLine(lineText(place.span.file, line).trim());
    return `  ${paint.place(lineOf(place))}  ${printableLine(place.path)}${left}\n  ${paint.faint('│')} ${text}\n`;
  });
  const more = trace.places.length - shown.length;
  const rest = more > 0 ? [`  and ${more} more: --format json has them\n`] : [];
  const formula = trace.formula ?? 'as it stands there';
  const told = wrap(printableLine(formula), width - 2).map((line) => `  ${line}`);
  return [head, ...places, ...rest, `${told.join('\n')}\n`].join('\n');
}

/** Several fields, a line each. */
export function fieldsToText(file: string, told: readonly Told[], io: Io): string {
  const paint = paletteOf(io, 'stdout');
  const rows = told.map(({ pointer, value, trace }) => [
    dotted(pointer),
    valueText(value),
    trace.places.slice(0, 1).map(lineOf).join('') +
      (trace.places.length > 1 ? ` +${trace.places.length - 1}` : ''),
    trace.fixed
      ? (trace.formula ?? '')
      : [pathsText(trace.places), trace.formula].filter(Boolean).join(' — '),
  ]);
  const columns = [{ name: 'field' }, { name: 'value' }, { name: 'line' }, { name: 'comes from' }];
  return drawText({ title: file, columns, rows, heads: true }, paint, widthOf(io));
}

/** Paths in one line: two, and how many more. */
function pathsText(places: readonly Place[]): string {
  const paths = places.slice(0, 2).map(({ path, said }) => (said ? path : `${path} (not said)`));
  return places.length > 2 ? `${paths.join(', ')}, …` : paths.join(', ');
}

/** `spec.replicas`, `env[2].value`. */
export function dotted(pointer: Pointer): string {
  return pointer
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = /[.[\]/"]/.test(step) ? `"${step}"` : step;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

/** Files that are alike on the clusters of a fleet. */
export interface Folded extends FileFrom {
  readonly others: readonly string[];
}

/** One file stands for those of its fleet that have the same fields. */
export function folded(files: readonly FileFrom[]): Folded[] {
  const byKey = new Map<string, { first: FileFrom; others: string[] }>();
  for (const file of files) {
    const { path, fleet, fields } = file;
    const slash = path.indexOf('/');
    const cluster = path.slice(0, slash);
    const rest = path.slice(slash).replaceAll(cluster, '*');
    const key =
      fleet === undefined
        ? path
        : `${fleet}${rest} ${fields.map(({ leaf }) => pointerText(leaf.pointer)).join(' ')}`;
    const present = byKey.get(key);
    if (present) present.others.push(path);
    else byKey.set(key, { first: file, others: [] });
  }
  return [...byKey.values()].map(({ first, others }) => ({ ...first, others }));
}

/** Files that are drawn for people; the rest is a number. */
const drawnFiles = 40;

/** All that comes from a place, by file. */
export function filesToText(
  directory: string,
  asked: string,
  paths: readonly string[],
  files: readonly FileFrom[],
  io: Io,
): string {
  const paint = paletteOf(io, 'stdout');
  const fields = files.reduce((sum, each) => sum + each.fields.length, 0);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const said =
    fields === 0
      ? 'nothing in the output but the runbook may come from it'
      : `${fields === 1 ? '1 field' : `${fields} fields`} in ${count}`;
  const named = paths.join(', ') === asked ? '' : `  ${printableLine(paths.join(', '))}`;
  const head = `${paint.strong(printableLine(asked))}${named}: ${said}\n`;
  const all = folded(files);
  const tables = all.slice(0, drawnFiles).map(({ path, fleet, fields: own, others }) => {
    const alike =
      others.length === 0
        ? ''
        : `, and ${others.length === 1 ? 'another cluster' : `${others.length} more clusters`} of ${fleet}`;
    const rows = own.map(({ leaf, formula }) => [dotted(leaf.pointer), valueText(leaf.value), formula ?? '']);
    const columns = [{ name: 'field' }, { name: 'value' }, { name: 'how' }];
    return drawText({ title: `${directory}/${path}${alike}`, columns, rows }, paint, widthOf(io));
  });
  const more = all.length - tables.length;
  return [head, ...tables, ...(more > 0 ? [`and ${more} more files: --format json has them\n`] : [])].join(
    '\n',
  );
}

/** A field as JSON has it. */
export function fieldToJson({ pointer, value, trace }: Told): Readonly<Record<string, unknown>> {
  return {
    pointer: pointerText(pointer),
    value,
    fixed: trace.fixed,
    places: trace.places.map(({ span, path, said }) => ({ path, said, ...rangeOf(span) })),
    ...(trace.formula === undefined ? {} : { formula: trace.formula }),
  };
}

/** The fields of files as JSON has them. */
export function filesToJson(directory: string, files: readonly FileFrom[]): readonly unknown[] {
  return files.map(({ path, fields }) => ({
    path: `${directory}/${path}`,
    fields: fields.map(({ leaf, formula }) => ({
      pointer: pointerText(leaf.pointer),
      value: leaf.value,
      ...(formula === undefined ? {} : { formula }),
    })),
  }));
}
