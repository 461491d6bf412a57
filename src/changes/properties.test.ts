import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { readManifests } from '../manifests/index.js';
import { operatorTopology, siteTopology } from '../rules/sites.testing.js';
import { goodTopology } from '../rules/testing.js';
import { synthesize } from '../synthesize.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { compareOutputs } from './compare.js';
import { fieldChanges } from './fields.js';
import { isOrdered, itemKeys } from './lists.js';
import type { FieldChange } from './model.js';
import { isObjectFile } from './objects.js';
import { outputOf } from './testing.js';
import { isAmount } from './values.js';

/** What three topologies give: objects of KubeSlice, OCM, KubeDB, mariadb-operator and of Kubernetes itself. */
const files = [goodTopology, siteTopology, operatorTopology].flatMap((content) => {
  const { plans } = compile([{ name: 't', content }]);
  return synthesize(plans).files.filter(({ path }) => isObjectFile(path));
});
const objects = files.flatMap(({ path, content }) =>
  readManifests({ name: path, content }).manifests.map(({ root }) => plain(root.value)),
);

/** Without what tells a text of several lines apart, which is compared by its options. */
function plain(value: Value | undefined): Value {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'string' ? each.replaceAll('\n', ' ') : each)),
  );
}

const anObject = fc.constantFrom(...objects);
/** Numbers from 0 to 1, as many as are asked for. */
const chance = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
type Chance = Iterator<number>;

function next(chances: Chance): number {
  return chances.next().value as number;
}

function shuffled<T>(items: readonly T[], chances: Chance): T[] {
  return items
    .map((item) => ({ item, place: next(chances) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** The same written otherwise: other orders where none counts, nothing for what is not there, other units. */
function respelled(value: Value, names: readonly string[], chances: Chance): Value {
  if (Array.isArray(value)) {
    const items = value.map((item) => respelled(item, names, chances));
    return itemKeys(names, value, value) && !isOrdered(names) ? shuffled(items, chances) : items;
  }
  if (isMapping(value)) {
    const entries = shuffled(Object.entries(value), chances).map(
      ([name, member]) => [name, respelled(member, [...names, name], chances)] as const,
    );
    return { ...Object.fromEntries(entries), ...(next(chances) < 0.2 ? { notThere: null } : {}) };
  }
  if (typeof value !== 'string') return value;
  const gibibytes = /^(\d+)Gi$/.exec(value)?.[1];
  if (gibibytes !== undefined && isAmount(names)) return `${Number(gibibytes) * 1024}Mi`;
  return value;
}

type Step = string | number;

function leavesOf(value: Value, path: readonly Step[] = []): (readonly Step[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (isMapping(value))
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
  return [path];
}

function changedAt(
  value: Value,
  [step, ...rest]: readonly Step[],
  change: (leaf: Value) => Value | undefined,
): Value {
  if (step === undefined) return change(value) ?? null;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? changedAt(item, rest, change) : item));
  }
  if (!isMapping(value)) return value;
  return { ...value, [step]: changedAt(value[step] ?? null, rest, change) };
}

function altered(leaf: Value): Value {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  return `${leaf ?? ''}-x`;
}

/** Some leaves altered or taken away, some new. */
function mutated(value: Value, count: number, chances: Chance): Value {
  let result = value;
  for (let done = 0; done < count; done += 1) {
    const leaves = leavesOf(result).filter((path) => path.length > 0);
    const path = leaves[Math.floor(next(chances) * leaves.length)] ?? [];
    const kind = next(chances);
    if (kind < 0.6) result = changedAt(result, path, altered);
    else if (kind < 0.8 && typeof path.at(-1) === 'string') result = changedAt(result, path, () => undefined);
    else result = changedAt(result, [...path.slice(0, 1), `new${done}`], () => ({ a: done }));
  }
  return result;
}

/** The old value with the changes made. */
function applied(before: Value, changes: readonly FieldChange[]): Value {
  const result = structuredClone({ value: before });
  for (const { path, after } of changes) {
    let container: Value = result;
    let step: Step = 'value';
    const names: string[] = [];
    for (const each of path) {
      const below: Value = (container as { [key: string]: Value })[step] ?? {};
      (container as { [key: string]: Value })[step] = below;
      container = below;
      if (typeof each === 'object' && Array.isArray(below)) {
        const keys = itemKeys(names, below, below);
        const place = below.findIndex((item) => keys?.keyOf(item) === each.value);
        step = place === -1 ? below.length : place;
      } else if (typeof each !== 'object') {
        step = each;
        if (typeof each === 'string') names.push(each);
      }
    }
    const parent = container as { [key: string]: Value };
    if (after !== undefined) parent[step] = after;
    else if (Array.isArray(parent)) parent.splice(step as number, 1);
    else parent[step] = null;
  }
  return result.value;
}

describe('of real objects', () => {
  test('there are many kinds', () => {
    const kinds = new Set(objects.map((each) => (isMapping(each) ? String(each['kind']) : '')));
    expect(kinds.size).toBeGreaterThan(12);
  });

  test('what is written otherwise changes in no field', () => {
    fc.assert(
      fc.property(anObject, chance, (object, chances) => {
        expect(fieldChanges(object, respelled(object, [], chances))).toEqual([]);
        expect(fieldChanges(respelled(object, [], chances), object)).toEqual([]);
      }),
    );
  });

  test('a changed leaf is told at its path, and nothing else is', () => {
    fc.assert(
      fc.property(anObject, chance, (object, chances) => {
        const leaves = leavesOf(object).filter((path) => path.length > 0);
        const path = leaves[Math.floor(next(chances) * leaves.length)] ?? [];
        const changes = fieldChanges(object, respelled(changedAt(object, path, altered), [], chances));
        if (changes.length === 1) {
          expect(changes[0]?.path.length).toBeLessThanOrEqual(path.length);
          const names = path.filter((step) => typeof step === 'string');
          const told = changes[0]?.path.filter((step) => typeof step === 'string');
          expect(names.slice(0, told?.length)).toEqual(told);
        }
        // Only a key of an item makes two of one: an item goes, another comes.
        else {
          expect(
            changes.map(({ before, after }) => [before, after].filter((side) => side === undefined).length),
          ).toEqual([1, 1]);
          expect(path.some((step) => typeof step === 'number')).toBe(true);
        }
      }),
    );
  });

  test('the changes make the new value of the old one', () => {
    fc.assert(
      fc.property(anObject, fc.integer({ min: 1, max: 6 }), chance, (object, count, chances) => {
        const young = mutated(object, count, chances);
        expect(fieldChanges(applied(object, fieldChanges(object, young)), young)).toEqual([]);
      }),
    );
  });

  test('the way back is the mirror of the way there', () => {
    fc.assert(
      fc.property(anObject, fc.integer({ min: 1, max: 6 }), chance, (object, count, chances) => {
        const young = mutated(object, count, chances);
        const there = fieldChanges(object, young).map(({ text, before, after }) => [text, before, after]);
        const back = fieldChanges(young, object).map(({ text, before, after }) => [text, after, before]);
        expect(new Set(back.map((each) => JSON.stringify(each)))).toEqual(
          new Set(there.map((each) => JSON.stringify(each))),
        );
      }),
    );
  });

  test('the pointer leads to the value', () => {
    fc.assert(
      fc.property(anObject, fc.integer({ min: 1, max: 6 }), chance, (object, count, chances) => {
        const young = mutated(object, count, chances);
        for (const { pointer, before, after } of fieldChanges(object, young)) {
          let value: unknown = after === undefined ? object : young;
          for (const step of pointer) value = (value as Record<string, unknown>)[step];
          expect(value).toEqual(after ?? before);
        }
      }),
    );
  });
});

test('of real outputs the way back is the mirror of the way there', () => {
  const mirrored = {
    added: 'removed',
    removed: 'added',
    changed: 'changed',
    moved: 'moved',
    renamed: 'renamed',
    rearranged: 'rearranged',
  } as const;
  const path = fc.constantFrom(...files.map((file) => file.path));
  fc.assert(
    fc.property(
      fc.uniqueArray(path, { maxLength: 8 }),
      fc.uniqueArray(path, { maxLength: 8 }),
      (gone, odd) => {
        const all = Object.fromEntries(files.map((file) => [file.path, file.content]));
        const before = outputOf(
          Object.fromEntries(Object.entries(all).filter(([name]) => !gone.includes(name))),
        );
        const after = outputOf(
          Object.fromEntries(
            Object.entries(all).map(([name, content]) => [
              odd.includes(name) ? name.replace('/', '-x/') : name,
              content,
            ]),
          ),
        );
        const [there, back] = [compareOutputs(before, after), compareOutputs(after, before)];
        const kindsOf = (kinds: readonly string[]): string[] => [...kinds].sort();
        expect(kindsOf(back.objects.map(({ kind }) => mirrored[kind]))).toEqual(
          kindsOf(there.objects.map(({ kind }) => kind)),
        );
        expect(back.clusters).toEqual({ added: there.clusters.removed, removed: there.clusters.added });
      },
    ),
    { numRuns: 30 },
  );
});
