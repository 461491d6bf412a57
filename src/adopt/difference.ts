import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { goMilliseconds, quantity } from './amounts.js';
import { type GivenSetting, readServerText } from './server-text.js';

/** One place at which two objects are not the same. */
export interface RawDifference {
  /** Names on the way; an item of a list by its key, or by its number. */
  readonly path: readonly string[];
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** True when it is another spelling of the same. */
  readonly isSpelling?: boolean;
}

/** What decides how texts within an object are read. */
export interface TextKinds {
  /** Engine of a configuration file at a path; undefined where a text is only a text. */
  readonly serverText: (path: readonly string[]) => 'mariadb' | 'postgres' | undefined;
}

/**
 * Where two objects differ. Order counts only in lists whose order means something, quantities count by value, and nothing is
 * swallowed: whatever is not proven to be the same is a difference.
 */
export function differencesOf(before: Mapping, after: Mapping, texts: TextKinds): RawDifference[] {
  const walk = new Walk(texts);
  walk.compare(before, after, []);
  return walk.found;
}

/** What a list is keyed by: the first of these that all its items have, no two the same. */
const keysOfLists = [
  'name',
  'clusterName',
  'cluster',
  'namespace',
  'mountPath',
  'feature',
  'topologyKey',
  'key',
];

/** Lists whose order means something. */
const ordered: ReadonlySet<string> = new Set(['command', 'args', 'clusters', 'members', 'matchExpressions']);

const quantities: ReadonlySet<string> = new Set([
  'memory',
  'cpu',
  'storage',
  'size',
  'sizeLimit',
  'ephemeral-storage',
]);

const durations: ReadonlySet<string> = new Set([
  'podSyncTimeout',
  'podRecoveryTimeout',
  'clusterBootstrapTimeout',
  'clusterHealthyTimeout',
  'clusterMonitorInterval',
  'clusterUpscaleTimeout',
  'clusterDownscaleTimeout',
  'gracefulShutdownTimeout',
  'appliedManifestWorkEvictionGracePeriod',
  'maxRetention',
  'period',
  'transferLeadershipInterval',
  'transferLeadershipTimeout',
  'syncTimeout',
]);

class Walk {
  readonly found: RawDifference[] = [];
  readonly #texts: TextKinds;

  constructor(texts: TextKinds) {
    this.#texts = texts;
  }

  compare(before: Value | undefined, after: Value | undefined, path: readonly string[]): void {
    // The API server drops a null.
    if (before === null || before === undefined) {
      if (after !== null && after !== undefined) this.#oneSided(undefined, after, path);
      return;
    }
    if (after === null || after === undefined) {
      this.#oneSided(before, undefined, path);
      return;
    }
    if (isMapping(before) && isMapping(after)) this.#mappings(before, after, path);
    else if (Array.isArray(before) && Array.isArray(after)) this.#lists(before, after, path);
    else if (!this.#isSame(before, after, path)) this.found.push({ path, before, after });
  }

  /** Each value within what only one side has, so that each can be judged. */
  #oneSided(before: Value | undefined, after: Value | undefined, path: readonly string[]): void {
    const value = before ?? after;
    if (isMapping(value) && Object.keys(value).length > 0) {
      for (const key of Object.keys(value))
        this.compare(isMapping(before) ? before[key] : undefined, isMapping(after) ? after[key] : undefined, [
          ...path,
          key,
        ]);
      return;
    }
    if (Array.isArray(value) && value.length > 0) {
      const keyed = keyedItems(value);
      if (keyed && value.every(isMapping)) {
        for (const [key, item] of keyed)
          this.compare(before === undefined ? undefined : item, after === undefined ? undefined : item, [
            ...path,
            key,
          ]);
        return;
      }
    }
    this.found.push({ path, before, after });
  }

  #mappings(before: Mapping, after: Mapping, path: readonly string[]): void {
    for (const key of Object.keys(before))
      this.compare(before[key], Object.hasOwn(after, key) ? after[key] : undefined, [...path, key]);
    for (const key of Object.keys(after)) {
      if (!Object.hasOwn(before, key)) this.compare(undefined, after[key], [...path, key]);
    }
  }

  #lists(before: readonly Value[], after: readonly Value[], path: readonly string[]): void {
    const name = path.at(-1) ?? '';
    if (ordered.has(name)) {
      this.#inOrder(before, after, path);
      return;
    }
    const [left, right] = [keyedItems(before), keyedItems(after)];
    if (left && right) {
      for (const [key, item] of left) this.compare(item, right.get(key), [...path, key]);
      for (const [key, item] of right) if (!left.has(key)) this.compare(undefined, item, [...path, key]);
      return;
    }
    this.#asSets(before, after, path);
  }

  #inOrder(before: readonly Value[], after: readonly Value[], path: readonly string[]): void {
    if (before.length !== after.length) {
      this.found.push({ path, before: [...before], after: [...after] });
      return;
    }
    const inner = new Walk(this.#texts);
    for (const [index, item] of before.entries()) inner.compare(item, after[index], [...path, String(index)]);
    if (inner.found.every(({ isSpelling }) => isSpelling))
      for (const each of inner.found) this.found.push(each);
    else this.found.push({ path, before: [...before], after: [...after] });
  }

  /** Lists without keys whose order means nothing: what is left when equal items are paired. */
  #asSets(before: readonly Value[], after: readonly Value[], path: readonly string[]): void {
    const rest = new Map<string, Value[]>();
    for (const item of after) {
      const key = canonical(item);
      const known = rest.get(key);
      if (known) known.push(item);
      else rest.set(key, [item]);
    }
    const left: Value[] = [];
    for (const item of before) {
      const key = canonical(item);
      const known = rest.get(key);
      if (known?.pop() === undefined) left.push(item);
      else if (known.length === 0) rest.delete(key);
    }
    const right = [...rest.values()].flat();
    if (left.length === 0 && right.length === 0) return;
    if (left.length === right.length && left.length <= 8) {
      // What differs in defaults alone: pair them in their order.
      const inner = new Walk(this.#texts);
      for (const [index, item] of left.entries())
        inner.compare(item, right[index], [...path, String(before.indexOf(item))]);
      for (const each of inner.found) this.found.push(each);
      return;
    }
    this.found.push({
      path,
      before: left.length === 0 ? undefined : left,
      after: right.length === 0 ? undefined : right,
    });
  }

  #isSame(before: Value, after: Value, path: readonly string[]): boolean {
    if (before === after) return true;
    const name = path.at(-1) ?? '';
    if (quantities.has(name) || path.includes('limits') || path.includes('requests')) {
      const [left, right] = [quantity(before), quantity(after)];
      if (left !== undefined && left === right) return true;
    }
    if (durations.has(name)) {
      const [left, right] = [goMilliseconds(before), goMilliseconds(after)];
      if (left !== undefined && left === right) return true;
    }
    if (typeof before !== 'string' || typeof after !== 'string') return false;
    // What an editor leaves at the end of a line, in a text of several.
    if (before.includes('\n') && withoutTrailingSpace(before) === withoutTrailingSpace(after)) return true;
    const engine = this.#texts.serverText(path);
    return engine !== undefined && this.#serverTexts(engine, before, after, path);
  }

  /** Tells of each option for itself. Returns true, as it has told of everything. */
  #serverTexts(
    engine: 'mariadb' | 'postgres',
    before: string,
    after: string,
    path: readonly string[],
  ): boolean {
    const [left, right] = [readServerText(engine, before), readServerText(engine, after)];
    if (!left.isReadable || !right.isReadable) return false;
    if ([...left.other].sort().join('\n') !== [...right.other].sort().join('\n')) return false;
    const start = this.found.length;
    for (const [key, one] of left.options) {
      const other = right.options.get(key);
      if (other?.meaning !== one.meaning)
        this.found.push({ path: [...path, key], before: shown(one), after: shown(other) });
    }
    for (const [key, other] of right.options) {
      if (!left.options.has(key))
        this.found.push({ path: [...path, key], before: undefined, after: shown(other) });
    }
    if (this.found.length === start) this.found.push({ path, before, after, isSpelling: true });
    return true;
  }
}

function shown(setting: GivenSetting | undefined): string | undefined {
  return setting && (setting.value ?? '(set)');
}

/** Items by the key that they all have; undefined when they have none in common, or one has it twice. */
function keyedItems(list: readonly Value[]): Map<string, Value> | undefined {
  if (list.length === 0) return new Map();
  if (list.every((item) => typeof item !== 'object' || item === null)) return undefined;
  for (const key of keysOfLists) {
    const items = new Map<string, Value>();
    for (const item of list) {
      const name = isMapping(item) ? item[key] : undefined;
      if (typeof name !== 'string') break;
      items.set(key === 'name' ? name : `${key}=${name}`, item);
    }
    if (items.size === list.length) return items;
  }
  return undefined;
}

function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== null)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Value)}`);
  return `{${members.join(',')}}`;
}

function withoutTrailingSpace(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}
