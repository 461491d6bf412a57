import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { isOrdered, itemKeys } from './lists.js';
import type { FieldChange, ObjectChange, OutputObject, PathStep } from './model.js';
import { optionsOf } from './options.js';
import { canonical, meansSame } from './values.js';

/** What differs between two values, and only what means something else: not the order of keys, of keyed items, nor the spelling of amounts. */
export function fieldChanges(before: Value | undefined, after: Value | undefined): FieldChange[] {
  const found: FieldChange[] = [];
  compare(before, after, { path: [], old: [], young: [], names: [] }, found);
  return found;
}

interface Place {
  readonly path: readonly PathStep[];
  /** The way through the old value, and through the new one. */
  readonly old: readonly (string | number)[];
  readonly young: readonly (string | number)[];
  /** Names of fields alone. */
  readonly names: readonly string[];
}

function compare(
  before: Value | undefined,
  after: Value | undefined,
  place: Place,
  found: FieldChange[],
): void {
  const [old, young] = [before ?? undefined, after ?? undefined];
  if (old === undefined && young === undefined) return;
  if (isMapping(old) && isMapping(young)) compareMappings(old, young, place, found);
  else if (Array.isArray(old) && Array.isArray(young)) compareLists(old, young, place, found);
  else if (isLongText(old, young)) compareTexts(old as string, young as string, place, found);
  else if (old === undefined || young === undefined || !meansSame(old, young, place.names))
    tell(old, young, place, found);
}

/** Whether both are texts and one of them has several lines. */
function isLongText(before: Value | undefined, after: Value | undefined): boolean {
  return typeof before === 'string' && typeof after === 'string' && `${before}${after}`.includes('\n');
}

function tell(before: Value | undefined, after: Value | undefined, place: Place, found: FieldChange[]): void {
  const { path } = place;
  found.push({
    path,
    text: pathText(path),
    pointer: after === undefined ? place.old : place.young,
    before,
    after,
  });
}

type Mapping = { [key: string]: Value };

/** Files that another reader parsed have mappings with a prototype. */
function own(mapping: Mapping, name: string): Value | undefined {
  return Object.hasOwn(mapping, name) ? mapping[name] : undefined;
}

function compareMappings(before: Mapping, after: Mapping, place: Place, found: FieldChange[]): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  for (const name of names) {
    compare(
      own(before, name),
      own(after, name),
      {
        path: [...place.path, name],
        old: [...place.old, name],
        young: [...place.young, name],
        names: [...place.names, name],
      },
      found,
    );
  }
}

function compareLists(
  before: readonly Value[],
  after: readonly Value[],
  place: Place,
  found: FieldChange[],
): void {
  const keys = itemKeys(place.names, before, after);
  const at = (step: PathStep, old: number, young: number): Place => ({
    path: [...place.path, step],
    old: [...place.old, old],
    young: [...place.young, young],
    names: place.names,
  });
  if (!keys && isOrdered(place.names) && isSameSet(before, after)) {
    tellOrder(before, after, place, found);
    return;
  }
  if (!keys) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1)
      compare(before[index], after[index], at(index, index, index), found);
    return;
  }
  const { by, keyOf } = keys;
  const places = new Map(after.map((item, index) => [keyOf(item), index]));
  for (const [index, item] of before.entries()) {
    const key = keyOf(item);
    const young = places.get(key);
    places.delete(key);
    const step = { by, value: key };
    if (young === undefined) tell(item, undefined, at(step, index, index), found);
    else compare(item, after[young], at(step, index, young), found);
  }
  for (const [value, index] of places) tell(undefined, after[index], at({ by, value }, index, index), found);
}

/** Whether two lists of plain values differ in nothing but their order. */
function isSameSet(before: readonly Value[], after: readonly Value[]): boolean {
  if (before.length !== after.length) return false;
  if (![...before, ...after].every((item) => typeof item !== 'object')) return false;
  return canonical([...before].sort()) === canonical([...after].sort());
}

function tellOrder(before: readonly Value[], after: readonly Value[], place: Place, found: FieldChange[]) {
  if (canonical([...before]) !== canonical([...after])) tell([...before], [...after], place, found);
}

/** Texts of several lines are files: of options, where they read as such, else as a whole. */
function compareTexts(before: string, after: string, place: Place, found: FieldChange[]): void {
  const [old, young] = [optionsOf(before), optionsOf(after)];
  if (!old || !young) {
    if (before.trimEnd() !== after.trimEnd()) tell(before, after, place, found);
    return;
  }
  for (const name of [...new Set([...old.keys(), ...young.keys()])].sort()) {
    const [from, to] = [old.get(name), young.get(name)];
    if (from === to) continue;
    const path = [...place.path, name];
    const pointer = to === undefined ? place.old : place.young;
    found.push({ path, text: pathText(path), pointer: [...pointer, name], before: from, after: to });
  }
}

/**
 * One field of an object, when it changes: also one below a mapping that is new as a whole, or gone. Undefined when it means the same on
 * both sides, and for an object that comes or goes.
 */
export function fieldAt(
  { before, after }: ObjectChange,
  ...pointer: readonly string[]
): FieldChange | undefined {
  if (!before || !after) return undefined;
  const [from, to] = [valueAt(before, pointer), valueAt(after, pointer)];
  const found: FieldChange[] = [];
  compare(from, to, { path: pointer, old: pointer, young: pointer, names: pointer }, found);
  if (found.length === 0) return undefined;
  return { path: pointer, text: pathText(pointer), pointer, before: from, after: to };
}

function valueAt({ manifest }: OutputObject, pointer: readonly string[]): Value | undefined {
  let value: Value | undefined = manifest.root.value;
  for (const key of pointer) value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value ?? undefined;
}

/** A path as people read it. */
export function pathText(path: readonly PathStep[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'object') text += `[${step.value}]`;
    else if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `["${step}"]`;
  }
  return text;
}
