import type { FieldChange, ObjectChange, OutputObject } from '../../changes/index.js';
import { nameOf } from '../../changes/index.js';
import { withoutUserInfo } from '../../diagnostics/index.js';
import { inNaturalOrder } from './words.js';

/** What happens to an object, as its cluster sees it: one that moves leaves a cluster and comes to another. */
export type Happening = ObjectChange['kind'] | 'rewritten' | 'left';

/** A field with its values as a reader compares them. */
export interface FieldText {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Objects that change alike. */
export interface Entry {
  readonly happening: Happening;
  readonly wave: string;
  /** Of the objects, `SliceConfig`. */
  readonly kind: string;
  /** `shop/orders`, sorted; `<cluster>` stands for the cluster of each where they are on several. */
  readonly names: readonly string[];
  /** Sorted. */
  readonly clusters: readonly string[];
  readonly count: number;
  /** Where there are several objects, `<cluster>` and `<name>` stand for those of each. */
  readonly fields: readonly FieldText[];
  /** Of one that was renamed its old name, of one that moved its old or new cluster, of one in another wave the old wave. */
  readonly other: string | undefined;
}

/** Entries by what they are alike in. */
export class Entries {
  readonly #groups = new Map<string, { cluster: string; seen: Seen }[]>();

  add(change: ObjectChange): void {
    for (const seen of seenOn(change)) {
      const present = this.#groups.get(seen.key);
      if (present) present.push({ cluster: seen.cluster, seen });
      else this.#groups.set(seen.key, [{ cluster: seen.cluster, seen }]);
    }
  }

  /** In the order of waves, kinds and names. Groups of fewer than `least` clusters have an entry for each. */
  list(least: number): Entry[] {
    const entries: Entry[] = [];
    for (const group of this.#groups.values()) {
      const byCluster = new Map<string, Seen[]>();
      for (const { cluster, seen } of group) {
        const present = byCluster.get(cluster);
        if (present) present.push(seen);
        else byCluster.set(cluster, [seen]);
      }
      if (byCluster.size >= least) entries.push(entryOf(group.map(({ seen }) => seen)));
      else for (const seen of byCluster.values()) entries.push(entryOf(seen));
    }
    return entries.sort(inOrder);
  }
}

interface Seen {
  readonly key: string;
  readonly happening: Happening;
  readonly object: OutputObject;
  readonly cluster: string;
  readonly change: ObjectChange;
  readonly other: string | undefined;
}

function seenOn(change: ObjectChange): Seen[] {
  const { kind, before, after } = change;
  if (kind === 'added') return [seen(change, 'added', after)];
  if (kind === 'removed') return [seen(change, 'removed', before)];
  if (kind === 'changed') return [seen(change, change.fields.length === 0 ? 'rewritten' : 'changed', after)];
  if (kind === 'moved')
    return [seen(change, 'left', before, after.cluster), seen(change, 'moved', after, before.cluster)];
  const other = kind === 'renamed' ? fullName(before) : before.wave;
  return [seen(change, kind, after, other)];
}

function seen(change: ObjectChange, happening: Happening, object: OutputObject, other?: string): Seen {
  const { wave, manifest } = object;
  const fields = happening === 'left' ? [] : fieldTexts(change).map((field) => generalField(field, object));
  const own = other === undefined ? '' : general(fullName(object), nameless(object));
  const from = other === undefined ? undefined : general(other, nameless(object));
  const key = JSON.stringify([happening, wave, manifest.kind, own, from, fields]);
  return { key, happening, object, cluster: object.cluster, change, other };
}

/** `shop/orders`, or the name alone of an object without a namespace. */
export function fullName({ manifest: { namespace, name } }: OutputObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function fieldTexts(change: ObjectChange): FieldText[] {
  return change.fields.map((field) => fieldText(change, field));
}

function fieldText(change: ObjectChange, field: FieldChange): FieldText {
  const { before, after } = nameOf(change, field);
  return {
    path: field.text,
    before: before === undefined ? undefined : withoutUserInfo(before),
    after: after === undefined ? undefined : withoutUserInfo(after),
  };
}

function generalField({ path, before, after }: FieldText, object: OutputObject): FieldText {
  return {
    path: general(path, object),
    before: before === undefined ? undefined : general(before, object),
    after: after === undefined ? undefined : general(after, object),
  };
}

/** A text in which words stand for the object's cluster and name. Names without a letter may be any number, and stay. */
function general(text: string, { cluster, manifest }: OutputObject): string {
  let result = text;
  for (const [name, word] of [
    [cluster, '<cluster>'],
    [manifest.name, '<name>'],
  ] as const)
    if (/[a-z]/.test(name) && result.includes(name)) result = replaceWord(result, name, word);
  return result;
}

function replaceWord(text: string, name: string, word: string): string {
  const isPart = (character: string | undefined): boolean =>
    character !== undefined && /[A-Za-z0-9]/.test(character);
  let result = '';
  let from = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (isPart(text[at - 1]) || isPart(text[at + name.length])) continue;
    result += text.slice(from, at) + word;
    from = at + name.length;
  }
  return result + text.slice(from);
}

function entryOf(group: readonly Seen[]): Entry {
  const [first] = group;
  if (!first) throw new Error('an entry of nothing');
  const { happening, object, other } = first;
  const clusters = [...new Set(group.map(({ cluster }) => cluster))].sort(inNaturalOrder);
  const nameIn = ({ object: each }: Seen): string =>
    clusters.length > 1 ? general(fullName(each), nameless(each)) : fullName(each);
  const texts = happening === 'left' ? [] : fieldTexts(first.change);
  return {
    happening,
    wave: object.wave,
    kind: object.manifest.kind,
    names: [...new Set(group.map(nameIn))].sort(inNaturalOrder),
    clusters,
    count: group.length,
    fields: group.length > 1 ? texts.map((field) => generalField(field, object)) : texts,
    other: other === undefined || clusters.length === 1 ? other : general(other, nameless(object)),
  };
}

/** The object with nothing but its cluster to be found in texts. */
function nameless(object: OutputObject): OutputObject {
  return { ...object, manifest: { ...object.manifest, name: '' } };
}

function inOrder(a: Entry, b: Entry): number {
  return (
    byCodeUnit(a.wave, b.wave) ||
    byCodeUnit(a.kind, b.kind) ||
    inNaturalOrder(a.names[0] ?? '', b.names[0] ?? '') ||
    byCodeUnit(a.happening, b.happening) ||
    inNaturalOrder(a.clusters[0] ?? '', b.clusters[0] ?? '')
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
