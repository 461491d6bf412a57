import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Adoption } from '../src/adopt/index.js';
import { distributed, galera } from '../src/adopt/manifests.testing.js';
import { adoptInputs, objectsOf, outputOf } from '../src/adopt/testing.js';
import { compile } from '../src/compile.js';

// Nothing is swallowed: whatever is changed in a manifest either stands in the output as it was changed, or is told.
// ADOPT_MUTATIONS=1000 changes every place there is, which takes minutes.

const guides = fileURLToPath(new URL('../../shared/guides/', import.meta.url));
const aks = fileURLToPath(new URL('../spec/examples/aks-galera-three-zones.yaml', import.meta.url));

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Container = Record<string, Json>;

interface File {
  readonly name: string;
  readonly objects: Container[];
}

function filesOf(
  inputs: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): File[] {
  return inputs.map(({ name, content }) => ({
    name,
    objects: parseAllDocuments(String(content)).flatMap((document) => {
      const object = document.toJS() as Container | null;
      return object === null ? [] : [object];
    }),
  }));
}

const sets: Record<string, File[]> = {
  distributed: filesOf([{ name: 'distributed.yaml', content: distributed }]),
  'mariadb-operator': filesOf([{ name: 'galera.yaml', content: galera }]),
  'without an operator': filesOf(outputOf(readFileSync(aks, 'utf8')) ?? []),
};
for (const guide of ['kubedb-mariadb', 'kubedb-postgres', 'mariadb-operator-k3s']) {
  if (!existsSync(guides)) continue;
  const names = readdirSync(guides + guide).filter((name) => !name.includes('values'));
  sets[guide] = filesOf(
    names.map((name) => ({ name, content: readFileSync(`${guides}${guide}/${name}`, 'utf8') })),
  );
}

function adoptFiles(files: readonly File[]): Adoption {
  return adoptInputs(
    files.map(({ name, objects }) => ({
      name,
      content: objects.map((each) => JSON.stringify(each)).join('\n---\n'),
    })),
  );
}

interface Leaf {
  readonly object: Container;
  readonly container: Container;
  readonly key: string;
  readonly path: readonly string[];
}

function leavesOf(object: Container, value: Json = object, path: readonly string[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    { object, container: value as Container, key, path: [...path, key] },
    ...leavesOf(object, member, [...path, key]),
  ]);
}

/** Other values for a place; undefined stands for nothing. */
function othersOf(value: Json | undefined, random: () => number): (Json | undefined)[] {
  if (typeof value === 'string') return [`${value}x`, undefined];
  if (typeof value === 'number') return [value + 1 + Math.floor(random() * 3), undefined];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return [[...value, 'added']];
  return [{ ...(value ?? {}), addedField: 'x' }];
}

/** Where a value stands, keys in any order; a list counts as a set, whatever is in it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing';
  const entries = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return `{${entries
    .map(([key, member]) => `${key}:${canonical(member)}`)
    .sort()
    .join()}}`;
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path)
    found = typeof found === 'object' && found !== null ? (found as Container)[key] : undefined;
  return found;
}

/** The output as it is compiled from the text: nothing of what adopting says of it is believed. */
function written({ text, companions }: Adoption): readonly { readonly object: unknown }[] {
  const readFile = (path: string) => companions.find((each) => each.path === path)?.content;
  return compile([{ name: 'topology.yaml', content: text ?? '' }], { readFile }).plans.flatMap(objectsOf);
}

function summaryOf({ objects }: Adoption): string {
  return JSON.stringify(
    objects.map(({ kind, cluster, name, verdict, differences }) => [
      kind,
      cluster,
      name,
      verdict,
      differences.map(({ path, before, after, isSame }) => [path, before, after, isSame]),
    ]),
  );
}

/** Whether a changed place is told, or stands in the output as it was changed. */
function isAccountedFor(adopted: Adoption, before: string, { object, path }: Leaf): boolean {
  if (!adopted.text || !adopted.isCompiled || adopted.unreadable.length > 0 || adopted.repeated.length > 0)
    return true;
  if (summaryOf(adopted) !== before) return true;
  const name = at(object, ['metadata', 'name']);
  const isOutside = adopted.objects.some((each) => {
    return each.kind === object['kind'] && each.name === name && ['left', 'foreign'].includes(each.verdict);
  });
  if (isOutside) return true;
  const list = path.findIndex((key) => /^\d+$/.test(key));
  const whole = list === -1 ? path : path.slice(0, list);
  return written(adopted).some(({ object: made }) => {
    if (at(made, ['kind']) !== object['kind'] || at(made, ['metadata', 'name']) !== name) return false;
    return [path, whole].some((place) => canonical(at(made, place)) === canonical(at(object, place)));
  });
}

describe.each(Object.entries(sets))('a change in %s', (_, files) => {
  test('is told or comes out', { timeout: 240_000 }, () => {
    let state = 7;
    const random = (): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state / 2 ** 31;
    };
    const before = summaryOf(adoptFiles(files));
    const leaves = files.flatMap(({ objects }) => objects.flatMap((object) => leavesOf(object)));
    const share = Number(process.env['ADOPT_MUTATIONS'] ?? 10) / leaves.length;
    const swallowed: string[] = [];
    for (const leaf of leaves) {
      if (random() > share) continue;
      const { container, key, path } = leaf;
      const old = container[key];
      for (const other of othersOf(old, random)) {
        if (other === undefined && Array.isArray(container)) continue;
        if (other === undefined) delete container[key];
        else container[key] = other;
        const adopted = adoptFiles(files);
        if (!isAccountedFor(adopted, before, leaf))
          swallowed.push(`${path.join('.')}: ${JSON.stringify(other) ?? 'nothing'}`);
        if (old !== undefined) container[key] = old;
      }
    }
    expect(swallowed).toEqual([]);
  });
});
