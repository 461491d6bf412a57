import { optionLines } from './option-text.js';
import { isContainer } from './place.js';

/** Keys and indices that lead from the root of a file's value to a field; behind a text with options, the option's name. */
export type Pointer = readonly (string | number)[];

/** What a field can hold that holds nothing more. */
export type Scalar = string | number | boolean | null;

/** A field that holds no other: of a text with options each option is one, of Galera's provider options each part. */
export interface Leaf {
  readonly pointer: Pointer;
  readonly value: Scalar;
}

/** Every field below a value, in its order. Empty mappings and lists hold nothing, and are none. */
export function leavesOf(value: unknown, pointer: Pointer = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...pointer, index]));
  if (isContainer(value))
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...pointer, key]));
  const scalar = value as Scalar;
  if (typeof scalar !== 'string' || !hasOptions(pointer)) return [{ pointer, value: scalar }];
  return optionLines(scalar).flatMap(({ key, value: said, parts }): Leaf[] => {
    const own = [...pointer, key];
    if (parts.length === 0) return [{ pointer: own, value: said }];
    return parts.map(([name, part]) => ({ pointer: [...own, name], value: part }));
  });
}

/**
 * What a field is among those of its file whatever stands before it: items that have names are known by them, as long as no other item
 * of their list has the same.
 */
export function identityOf(root: unknown, pointer: Pointer): string {
  const steps: (string | number)[] = [];
  let value = root;
  for (const step of pointer) {
    steps.push(Array.isArray(value) ? nameIn(value, Number(step)) : step);
    value = isContainer(value) ? (value as Readonly<Record<string | number, unknown>>)[step] : undefined;
  }
  return keyOf(steps);
}

const namesIn = new WeakMap<readonly unknown[], readonly (string | number)[]>();

function nameIn(list: readonly unknown[], index: number): string | number {
  let names = namesIn.get(list);
  if (!names) {
    const all = list.map((item) => (isContainer(item) && 'name' in item ? String(item.name) : undefined));
    const isNamed = !all.includes(undefined) && new Set(all).size === all.length;
    names = all.map((name, at) => (isNamed && name !== undefined ? `[${name}]` : at));
    namesIn.set(list, names);
  }
  return names[index] ?? index;
}

/** Whether the text of a field is a file of options. */
export function hasOptions(pointer: Pointer): boolean {
  const last = pointer.at(-1);
  return typeof last === 'string' && /(?:\.cnf|^user\.conf|^myCnf)$/.test(last);
}

/** A pointer as one text, by which fields are looked up. */
export function keyOf(pointer: Pointer): string {
  return pointer.map(escapedStep).join('/');
}

/** A JSON pointer, as a user writes it. */
export function pointerText(pointer: Pointer): string {
  return pointer.map((step) => `/${escapedStep(step)}`).join('');
}

function escapedStep(step: string | number): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1');
}
