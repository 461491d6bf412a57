import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import type { OutputObject } from './model.js';
import { identity } from './objects.js';
import { canonical } from './values.js';

/** An old object and the new one that it becomes. */
export interface Pair {
  readonly kind: 'same' | 'moved' | 'renamed';
  readonly before: OutputObject;
  readonly after: OutputObject;
}

/** Which object became which. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly added: readonly OutputObject[];
  readonly removed: readonly OutputObject[];
}

/** Waves whose objects every cluster of some kind has: that one cluster has them and another had them is no move. */
const ofEveryCluster = new Set(['10-namespaces', '15-klusterlet', '50-dns']);

/** So many objects of a kind that came or went on one cluster are compared one by one for a new name; more only when they are equal. */
const comparable = 20;

/** Finds which old object is which new one: first by identity, then on another cluster, then under another name. */
export function match(before: readonly OutputObject[], after: readonly OutputObject[]): Matching {
  const pairs: Pair[] = [];
  // Hand-written directories may say an object twice: the first is the first.
  const young = grouped(after, identity);
  const gone: OutputObject[] = [];
  for (const object of before) {
    const same = young.get(identity(object))?.shift();
    if (same) pairs.push({ kind: 'same', before: object, after: same });
    else gone.push(object);
  }
  const rest = { removed: gone, added: [...young.values()].flat() };
  pairs.push(...take(rest, 'moved', movesOf(rest)));
  pairs.push(...take(rest, 'renamed', renamesOf(rest)));
  return { pairs, ...rest };
}

interface Rest {
  removed: OutputObject[];
  added: OutputObject[];
}

type Found = readonly (readonly [before: OutputObject, after: OutputObject])[];

function take(rest: Rest, kind: Pair['kind'], found: Found): Pair[] {
  const taken = new Set(found.flat());
  rest.removed = rest.removed.filter((object) => !taken.has(object));
  rest.added = rest.added.filter((object) => !taken.has(object));
  return found.map(([before, after]) => ({ kind, before, after }));
}

/** One object that went from one cluster and came to one other. */
function movesOf({ removed, added }: Rest): Found {
  const keyOf = ({ wave, manifest: { group, kind, namespace, name } }: OutputObject) =>
    ofEveryCluster.has(wave) ? undefined : `${kind}.${group}\n${namespace ?? ''}\n${name}`;
  return onlyOnes(removed, added, keyOf);
}

/** Objects of one kind on one cluster that are alike but for their names, and of which each is to the other what no third is. */
function renamesOf({ removed, added }: Rest): Found {
  const keyOf = ({ cluster, wave, manifest: { group, kind } }: OutputObject) =>
    ofEveryCluster.has(wave) ? undefined : `${cluster}\n${kind}.${group}`;
  const young = grouped(added, keyOf);
  return [...grouped(removed, keyOf)].flatMap(([key, old]) => alike(old, young.get(key) ?? []));
}

function alike(old: readonly OutputObject[], young: readonly OutputObject[]): Found {
  if (young.length === 0) return [];
  if (Math.max(old.length, young.length) > comparable) return equal(old, young);
  const [from, to] = [old.map(leaves), young.map(leaves)];
  const scored = old.flatMap((before, place) =>
    young.map((after, other) => {
      const share = likeness(from[place] ?? new Set(), to[other] ?? new Set());
      // One of the same name in another namespace comes first.
      const score = share + (before.manifest.name === after.manifest.name ? 1 : 0);
      return { before, after, share, score };
    }),
  );
  const best = new Map<OutputObject, number[]>();
  for (const { before, after, score } of scored)
    for (const object of [before, after]) best.set(object, topTwo(best.get(object) ?? [], score));
  return scored.flatMap(({ before, after, share, score }) => {
    const isBest = [before, after].every((object) => {
      const [first = 0, second = 0] = best.get(object) ?? [];
      return score === first && first > second;
    });
    return share >= alikeEnough && isBest ? [[before, after] as const] : [];
  });
}

/** From this share of what both say in what either says two objects may be one under two names. */
const alikeEnough = 0.7;

function topTwo(scores: readonly number[], score: number): number[] {
  return [...scores, score].sort((a, b) => b - a).slice(0, 2);
}

/** Of many: those that are equal but for the namespace, then those that are equal but for the name. */
function equal(old: readonly OutputObject[], young: readonly OutputObject[]): Found {
  const texts = new Map([...old, ...young].map((object) => [object, [...leaves(object)].sort().join('\n')]));
  const textOf = (object: OutputObject): string => texts.get(object) ?? '';
  const named = onlyOnes(old, young, (object) => `${object.manifest.name}\n${textOf(object)}`);
  const taken = new Set(named.flat());
  const rest = (objects: readonly OutputObject[]) => objects.filter((object) => !taken.has(object));
  return [...named, ...onlyOnes(rest(old), rest(young), textOf)];
}

/** Pairs of a key that one object has on either side. */
function onlyOnes(
  old: readonly OutputObject[],
  young: readonly OutputObject[],
  keyOf: (object: OutputObject) => string | undefined,
): Found {
  const after = grouped(young, keyOf);
  return [...grouped(old, keyOf)].flatMap(([key, [before, another]]) => {
    const [same, further] = after.get(key) ?? [];
    return before && same && !another && !further ? [[before, same] as const] : [];
  });
}

/** What an object says beside its name: every plain value with its path, its own name in it left out. */
export function leaves({ manifest }: OutputObject): ReadonlySet<string> {
  const found = new Set<string>();
  const names = [manifest.name, manifest.namespace ?? ''].filter(Boolean).sort((a, b) => b.length - a.length);
  const walk = (value: Value | undefined, path: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`);
    else if (isMapping(value)) for (const key of Object.keys(value)) walk(value[key], `${path}.${key}`);
    else {
      let text = canonical(value);
      for (const name of names) text = text.replaceAll(name, '·');
      found.add(`${path} ${text}`);
    }
  };
  walk(manifest.root.value, '');
  for (const path of [...found])
    if (/^\.(?:apiVersion|kind|metadata\.name(?:space)?) /.test(path)) found.delete(path);
  return found;
}

/** Share of what both say in what either says. Objects that say nothing are not alike. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const text of a) if (b.has(text)) both += 1;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const present = groups.get(key);
    if (present) present.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
