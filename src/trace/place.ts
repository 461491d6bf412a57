import type { Span } from '../diagnostics/index.js';
import { clusterNames } from '../plan/index.js';
import { headSpan, keySpan, type Topology, valueSpan } from '../topology/index.js';

/** Where in a topology something comes from. */
export interface Place {
  /** As deep as it exists: that of what it would stand in, for something that is not said. */
  readonly span: Span;
  /** Path in the topology with names, as the ownership index has it: `databases[orders].resources.memory`. */
  readonly path: string;
  /** False for a field that is left out, so that its default stands. */
  readonly said: boolean;
}

/** Keys and indices that lead from the root of a topology to a value. */
export type Steps = readonly (string | number)[];

type Container = Record<string | number, unknown>;

/** The place to which steps lead in a topology. */
export function placeAt(topology: Topology, steps: Steps): Place {
  let container: unknown = topology;
  let span = headSpan(topology);
  let path = '';
  let said = true;
  for (const step of steps) {
    path = joined(path, container, step);
    if (!said) continue;
    if (!isContainer(container) || !Object.hasOwn(container, step)) {
      said = false;
      continue;
    }
    const value = (container as Container)[step];
    span = spanFor(container as Container, step, value);
    container = value;
  }
  return { span, path, said };
}

/** Of a field that holds more its name, so that the span is a word and not a page. */
function spanFor(container: Container, step: string | number, value: unknown): Span {
  if (!isContainer(value) || isPlainList(value)) return valueSpan(container, step);
  return Array.isArray(container) ? headSpan(value) : keySpan(container, step);
}

function joined(path: string, container: unknown, step: string | number): string {
  if (typeof step === 'string') return path === '' ? step : `${path}.${quoted(step)}`;
  return `${path}[${Array.isArray(container) ? labelOf(container, step) : step}]`;
}

/** A name with signs of its own, such as that of a label or an option. */
function quoted(name: string): string {
  return /[.[\]]/.test(name) ? `[${name}]` : name;
}

const labelsOf = new WeakMap<readonly unknown[], readonly string[]>();

/** What an item of a list is called in a path: by its name where it has one that no other has, else by its number. */
function labelOf(list: readonly unknown[], index: number): string {
  let labels = labelsOf.get(list);
  if (!labels) {
    const names = list.map((item) => namesOf(item));
    const counts = new Map<string, number>();
    for (const each of names) for (const name of each) counts.set(name, (counts.get(name) ?? 0) + 1);
    labels = names.map((each, at) => each.find((name) => counts.get(name) === 1) ?? String(at));
    labelsOf.set(list, labels);
  }
  return labels[index] ?? String(index);
}

/** The names by which an item of a list is known, the shortest first. */
function namesOf(item: unknown): string[] {
  if (typeof item === 'string') return /[\]]/.test(item) ? [] : [item];
  const { name, namespace, cluster } = (item ?? {}) as Partial<Record<string, unknown>>;
  if (typeof name === 'string')
    return typeof namespace === 'string' ? [name, `${namespace}/${name}`] : [name];
  return [cluster, namespace].filter((each) => typeof each === 'string');
}

/** Where a path leads in a topology, and whether to its end. */
export interface Resolved {
  readonly steps: Steps;
  readonly whole: boolean;
  /** The part that leads nowhere; empty for a path that leads to its end. */
  readonly rest: string;
}

/** Follows a path such as `slice.subnet`, `clusters[fra]` or `databases[shop/orders].placement[1]` as far as it goes. */
export function resolvePath(topology: Topology, path: string): Resolved {
  const steps: (string | number)[] = [];
  let value: unknown = topology;
  const parts = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
  for (const [index, part] of parts.entries()) {
    const step = stepFor(value, part);
    if (step === undefined) return { steps, whole: false, rest: parts.slice(index).join('.') };
    steps.push(step);
    value = (value as Container)[step];
  }
  return { steps, whole: true, rest: '' };
}

function stepFor(value: unknown, part: string): string | number | undefined {
  const name = part.startsWith('[') ? part.slice(1, -1) : part;
  if (!isContainer(value)) return undefined;
  if (!Array.isArray(value)) return Object.hasOwn(value, name) ? name : undefined;
  if (!part.startsWith('[')) return undefined;
  const list: readonly unknown[] = value;
  const index = indexByName(list).get(name);
  if (index !== undefined) return index;
  return /^\d+$/.test(name) && Number(name) < list.length ? Number(name) : undefined;
}

const indices = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

/** Items by their names, the members of a fleet by theirs. Names of their own come before those of a fleet. */
function indexByName(list: readonly unknown[]): ReadonlyMap<string, number> {
  const known = indices.get(list);
  if (known) return known;
  const index = new Map<string, number>();
  const add = (names: readonly string[], at: number): void => {
    for (const name of names) if (!index.has(name)) index.set(name, at);
  };
  for (const [at, item] of list.entries()) add(namesOf(item), at);
  for (const [at, item] of list.entries())
    if (isFleet(item)) add(clusterNames({ name: item.name, fleet: item.fleet, distribution: 'other' }), at);
  indices.set(list, index);
  return index;
}

function isFleet(item: unknown): item is { readonly name: string; readonly fleet: string | string[] } {
  return typeof item === 'object' && item !== null && 'fleet' in item && 'name' in item;
}

/** The value to which steps lead; undefined when nothing is there. */
export function valueAt(topology: Topology, steps: Steps): unknown {
  let value: unknown = topology;
  for (const step of steps) {
    if (!isContainer(value) || !Object.hasOwn(value, step)) return undefined;
    value = (value as Container)[step];
  }
  return value;
}

/** A list of nothing but texts and numbers, which is one thing. */
export function isPlainList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && !value.some(isContainer);
}

/** Something that holds more than texts and numbers. */
export function isPart(value: unknown): boolean {
  return isContainer(value) && !isPlainList(value);
}

/** Steps to everything below a value that holds nothing more, in the order of the text; a plain list counts as one thing. */
export function leafSteps(value: unknown, steps: Steps = []): Steps[] {
  if (!isContainer(value) || isPlainList(value)) return [steps];
  if (Array.isArray(value)) return value.flatMap((item, at) => leafSteps(item, [...steps, at]));
  const entries = Object.entries(value);
  return entries.length === 0 ? [steps] : entries.flatMap(([key, each]) => leafSteps(each, [...steps, key]));
}

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
