import { describe, expect, test } from 'vitest';
import { Findings } from '../src/diagnostics/index.js';
import type { OutputFile } from '../src/output/tree.js';
import type { Plan } from '../src/plan/index.js';
import type { Topology } from '../src/topology/index.js';
import { type TracedField, traceField } from '../src/trace/index.js';
import { identityOf, keyOf, leavesOf, type Pointer } from '../src/trace/leaves.js';
import { leafSteps, placeAt, type Steps, valueAt } from '../src/trace/place.js';
import { printYaml } from '../src/yaml/print.js';
import { readYaml } from '../src/yaml/read.js';
import { filesOf, type Program, plansOf, programs } from './trace.testing.js';
import { alternativesOf } from './trace-alternatives.js';

// What a trace claims is held against the compiler: every field of a topology is changed to whatever else it may be.
//   - a field of the output that changes must name that place, and
//   - a field that names a place must change with one of the changes of it.
// The runbook is left out: it tells of nearly everything, and its trace is of the program as a whole.

interface FieldOfOutput {
  readonly file: OutputFile;
  readonly pointer: Pointer;
  readonly value: unknown;
}

/** Every field by what it is, whatever stands before it; items of a plain list by their values. */
function fieldsOf(file: OutputFile): Map<string, FieldOfOutput> {
  const root = readYaml({ name: file.path, text: file.content }, new Findings())?.value;
  const fields = new Map<string, FieldOfOutput>();
  for (const { pointer, value } of leavesOf(root)) {
    const inPlainList = typeof pointer.at(-1) === 'number';
    const key = inPlainList
      ? `${identityOf(root, pointer.slice(0, -1))}=${String(value)}`
      : identityOf(root, pointer);
    fields.set(key, { file, pointer, value });
  }
  return fields;
}

interface FileOfOutput {
  readonly file: OutputFile;
  readonly fields: ReadonlyMap<string, FieldOfOutput>;
  readonly byPointer: ReadonlyMap<string, FieldOfOutput>;
}

type Output = ReadonlyMap<string, FileOfOutput>;

function outputOf(plans: readonly Plan[]): Output {
  const files = filesOf(plans).filter(({ path }) => path !== 'RUNBOOK.md');
  return new Map(
    files.map((file) => {
      const fields = fieldsOf(file);
      const byPointer = new Map([...fields.values()].map((field) => [keyOf(field.pointer), field]));
      return [file.path, { file, fields, byPointer }];
    }),
  );
}

/** A file of another name is the one of its kind that has no counterpart, where there is one such on both sides. */
function counterparts(before: Output, after: Output): ReadonlyMap<string, string> {
  const kindOf = (path: string): string =>
    `${path.split('/')[1] ?? ''}/${(path.split('/')[2] ?? '').split('.')[0]}`;
  const group = (paths: string[]): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const path of paths.sort()) found.set(kindOf(path), [...(found.get(kindOf(path)) ?? []), path]);
    return found;
  };
  const gone = group([...before.keys()].filter((path) => !after.has(path)));
  const come = group([...after.keys()].filter((path) => !before.has(path)));
  const pairs = new Map([...before.keys()].filter((path) => after.has(path)).map((path) => [path, path]));
  for (const [kind, paths] of gone) {
    const others = come.get(kind) ?? [];
    if (others.length === paths.length)
      for (const [index, path] of paths.entries()) pairs.set(path, others[index] ?? '');
  }
  return pairs;
}

interface Difference {
  /** Fields of files that are still there, and are other or gone. */
  readonly changed: readonly FieldOfOutput[];
  /** Fields of files that are gone. */
  readonly gone: readonly FieldOfOutput[];
}

function difference(before: Output, after: Output): Difference {
  const pairs = counterparts(before, after);
  const changed: FieldOfOutput[] = [];
  const gone: FieldOfOutput[] = [];
  for (const [path, { fields }] of before) {
    const other = after.get(pairs.get(path) ?? '');
    if (!other) {
      gone.push(...fields.values());
      continue;
    }
    for (const [key, field] of fields) {
      // Where an item of a list is called otherwise now, the one in its place is meant.
      const inPlace =
        other.fields.size === fields.size ? other.byPointer.get(keyOf(field.pointer)) : undefined;
      const same = other.fields.get(key) ?? inPlace;
      if (same?.value !== field.value || (key.includes('=') && !other.fields.has(key))) changed.push(field);
    }
  }
  return { changed, gone };
}

function changed(value: unknown, steps: Steps, other: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[step] = changed(copy[step], rest, other);
  return copy;
}

/** Everything that a topology with one change gives; undefined when it is refused. */
function outputWith(program: Program, topology: unknown): Output | undefined {
  const plans = plansOf({ ...program, content: printYaml(topology as never) });
  if (plans.length === 0) return undefined;
  try {
    return outputOf(plans);
  } catch {
    return undefined;
  }
}

interface Tried extends Difference {
  readonly paths: readonly string[];
  /** Whether a value is another one, or something is there no more or elsewhere. */
  readonly kind: 'value' | 'presence';
}

/** Every change of a topology that leaves it one: another value, nothing at all, another name of a cluster, another place. */
function* tried(program: Program, plan: Plan, before: Output): Generator<Tried> {
  const { topology } = plan;
  const of = function* (
    kind: Tried['kind'],
    steps: Steps,
    other: unknown,
    more: readonly Steps[] = [],
  ): Generator<Tried> {
    const after = outputWith(program, other);
    const paths = [steps, ...more].map((each) => placeAt(topology, each).path);
    if (after) yield { kind, paths, ...difference(before, after) };
  };
  for (const steps of leafSteps(topology)) {
    const value = valueAt(topology, steps);
    for (const other of alternativesOf(steps, value)) {
      const isShorter = Array.isArray(value) && Array.isArray(other) && other.length < value.length;
      yield* of(isShorter ? 'presence' : 'value', steps, changed(topology, steps, other));
    }
    if (steps[0] !== 'slice' || !Array.isArray(value)) continue;
    for (const index of value.keys())
      yield* of('value', [...steps, index], changed(topology, [...steps, index], 'other'));
  }
  for (const steps of fieldSteps(topology)) yield* of('presence', steps, without(topology, steps));
  for (const [index, { name, fleet }] of topology.clusters.entries()) {
    if (fleet === undefined)
      yield* of('value', ['clusters', index, 'name'], renamed(topology, name, `${name}z`));
    if (typeof fleet === 'string')
      yield* of(
        'value',
        ['clusters', index, 'fleet'],
        changed(topology, ['clusters', index, 'fleet'], `z${fleet}`),
      );
  }
  for (const [index, { placement }] of topology.databases.entries()) {
    for (const [entry, { cluster, replicas }] of placement.entries()) {
      const own: Steps = ['databases', index, 'placement', entry];
      const free = topology.clusters.find(({ name }) => !placement.some((each) => each.cluster === name));
      if (free && cluster !== free.name)
        yield* of('presence', [...own, 'cluster'], changed(topology, [...own, 'cluster'], free.name));
      const all = placement.flatMap((each) => (typeof each.replicas === 'number' ? [] : each.replicas));
      const next = Math.max(...all) + 1;
      if (typeof replicas !== 'number')
        yield* of(
          'value',
          [...own, 'replicas'],
          changed(topology, [...own, 'replicas'], [...replicas, next, next + 1]),
        );
      // No ordinal of one entry alone can be another, since all of them must go on without a gap.
      for (const [at, { replicas: others }] of placement.entries()) {
        if (at === entry || typeof replicas === 'number' || typeof others === 'number') continue;
        for (const position of replicas.keys()) {
          const mine = replicas.map((each, place) => (place === position ? (others[0] ?? 0) : each));
          const theirs = others.map((each, place) => (place === 0 ? (replicas[position] ?? 0) : each));
          const half = changed(topology, [...own, 'replicas'], mine);
          yield* of(
            'value',
            [...own, 'replicas'],
            changed(half, ['databases', index, 'placement', at, 'replicas'], theirs),
            [['databases', index, 'placement', at, 'replicas']],
          );
        }
      }
    }
  }
}

/** Steps to every field that could be left out. */
function fieldSteps(value: unknown, steps: Steps = []): Steps[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const own = [...steps, Array.isArray(value) ? Number(key) : key];
    return Array.isArray(value) ? fieldSteps(each, own) : [own, ...fieldSteps(each, own)];
  });
}

function without(topology: Topology, steps: Steps): unknown {
  const holder = valueAt(topology, steps.slice(0, -1)) as Record<string, unknown>;
  const { [String(steps.at(-1))]: _, ...rest } = holder;
  return changed(topology, steps.slice(0, -1), rest);
}

/** A topology in which a cluster is called otherwise, wherever it is named. */
function renamed(topology: Topology, name: string, other: string): unknown {
  let result: unknown = topology;
  for (const steps of leafSteps(topology)) {
    const path = steps.filter((step) => typeof step === 'string').join('.');
    if (!/^clusters\.name$|clusters$|\.cluster$|\.between$|\.primary$|^expect\.lose$/.test(path)) continue;
    const value = valueAt(topology, steps);
    const swap = (each: unknown): unknown =>
      typeof each === 'string' ? each.replace(new RegExp(`\\b${name}\\b`), other) : each;
    result = changed(result, steps, Array.isArray(value) ? value.map(swap) : swap(value));
  }
  return result;
}

const at = ({ file, pointer }: FieldOfOutput): string => `${file.path}#/${pointer.join('/')}`;

/** A place that holds another, or is held by it. */
const meets = (place: string, path: string): boolean => isIn(place, path) || isIn(path, place);
const isIn = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** Claims that no change of one value shows, since the compiler refuses all that would. */
const refused: readonly (readonly [field: RegExp, place: RegExp, why: string])[] = [
  [
    /\/(replicas|replicaIndices\/\d+)$/,
    /\.placement\[.*\]\.replicas$/,
    'ordinals that are written out go on without a gap over all clusters, and keep what is to be survived',
  ],
  [
    /\/(primaryService|service)\//,
    /\.service\.exposure$/,
    'who is reached from several clusters, or says which networks may connect, is not for its cluster alone',
  ],
];

/** Two small ones here; TRACE_PROGRAMS is a pattern of titles, by which the slow suite `trace` takes one of each kind. */
const chosen = new RegExp(process.env['TRACE_PROGRAMS'] ?? 'examples/(k3s-galera|kubedb-postgres)');

/** A fleet of three is one as well. */
const small = (program: Program): Program => ({
  ...program,
  content: program.content.replace(/\{001\.\.\d+\}/g, '{001..003}'),
});

const chosenPrograms = programs()
  .filter(({ title }) => chosen.test(title))
  .map(small);

describe.each(chosenPrograms)('$title', (program) => {
  test('every change is traced, and every trace shows in a change', () => {
    const plans = plansOf(program);
    const [plan] = plans as [Plan];
    const before = outputOf(plans);
    const traces = new Map<string, TracedField>();
    const tracesOf = (field: FieldOfOutput): TracedField => {
      const trace = traces.get(at(field)) ?? traceField(plans, field.file, field.pointer);
      traces.set(at(field), trace);
      return trace;
    };
    const untold = new Set<string>();
    const moved = new Map<string, Set<string>>();
    for (const { kind, paths, changed: fields, gone } of tried(program, plan, before)) {
      for (const path of paths) {
        const seen = moved.get(path) ?? new Set();
        moved.set(path, seen);
        for (const field of [...gone, ...fields]) seen.add(at(field));
      }
      for (const field of fields) {
        const { places, fixed } = tracesOf(field);
        // What is fixed where it stands goes with what it stands for.
        const counted = fixed && kind === 'value' ? [] : places;
        if (!counted.some((place) => paths.some((path) => meets(place.path, path))))
          untold.add(
            `${at(field)} changes with ${paths.join(' and ')}: ${counted.map((place) => place.path).join(', ')}`,
          );
      }
    }
    const unproven: string[] = [];
    for (const { fields } of before.values()) {
      for (const field of fields.values()) {
        const { places, fixed } = tracesOf(field);
        if (fixed) continue;
        for (const { path, said } of places) {
          const known = refused.some(([on, of]) => on.test(at(field)) && of.test(path));
          if (said && !known && moved.has(path) && !moved.get(path)?.has(at(field)))
            unproven.push(`${at(field)} does not change with ${path}`);
        }
      }
    }
    expect({ untold: [...untold], unproven }).toEqual({ untold: [], unproven: [] });
  }, 300_000);
});
