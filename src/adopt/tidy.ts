import { bytes, type Database } from '../topology/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { copyOf, placesBelow, without } from './copy.js';
import type { DatabaseEntry } from './reading.js';
import { findSizing, type Sized } from './sizing.js';
import type { Score, Trials } from './trials.js';

/** What was found out about databases of one shape, so that those that are alike are tried once. */
interface Known {
  readonly sizing: Database['sizing'];
  readonly config: Database['config'];
  readonly wearSaving: boolean;
  readonly removed: readonly (readonly string[])[];
  readonly score: Pick<Score, 'changed' | 'reworded'> & { readonly matched: number };
}

/** Finds the shortest form of a database that comes to the same. */
export class Tidy {
  readonly #trials: Trials;
  readonly #known = new Map<string, Known>();

  constructor(trials: Trials) {
    this.#trials = trials;
  }

  /** The database as the topology says it; undefined when it cannot be said at all. */
  tidy(entry: DatabaseEntry): Database | undefined {
    const shape = shapeOf(entry);
    const known = this.#known.get(shape);
    const same = known && this.#asBefore(entry, known);
    if (same) return same;
    dropOthers(entry, this.#trials);
    const sized = findSizing(entry, this.#trials);
    if (!sized) return undefined;
    const grown = this.#withData(entry, sized);
    const { database, removed, score } = this.#shortest(entry, grown);
    this.#known.set(shape, {
      sizing: grown.database.sizing,
      config: grown.database.config,
      wearSaving: grown.database.storage.wearSaving === true,
      removed,
      score: { changed: score.changed, reworded: score.reworded, matched: score.matched.size },
    });
    return database;
  }

  #asBefore(entry: DatabaseEntry, known: Known): Database | undefined {
    let database = copyOf(entry.database);
    if (known.sizing) database.sizing = copyOf(known.sizing);
    if (known.config) database.config = copyOf(known.config);
    if (known.wearSaving) database.storage.wearSaving = true;
    for (const path of known.removed) database = without(database, path) ?? database;
    const score = this.#trials.score(entry, database);
    if (!score || score.matched.size < known.score.matched) return undefined;
    if (score.changed > known.score.changed || score.reworded > known.score.reworded) return undefined;
    return database;
  }

  /** Leaves out whatever makes no difference. */
  #shortest(
    entry: DatabaseEntry,
    { database, score }: Sized,
  ): Sized & { readonly removed: (readonly string[])[] } {
    let shortest = database;
    let best = score;
    const removed: (readonly string[])[] = [];
    for (const path of placesBelow(database)) {
      if (isNeeded(path) || (path[0] === 'rootPasswordSecret' && database.provider === 'statefulset'))
        continue;
      const shorter = without(shortest, path);
      if (!shorter) continue;
      const tried = this.#trials.score(entry, shorter);
      if (
        !tried ||
        !isWithin(tried.changes, best.changes) ||
        !isWithin(best.matched, tried.matched) ||
        tried.reworded > best.reworded
      )
        continue;
      shortest = shorter;
      best = tried;
      removed.push(path);
    }
    return { database: shortest, score: best, removed };
  }

  /** The data that a server was sized for, which only shows in how long it may take to start. */
  #withData(entry: DatabaseEntry, sized: Sized): Sized {
    const { database, score } = sized;
    if (database.provider === 'kubedb' || score.changed === 0 || database.sizing?.mode === 'target')
      return sized;
    const wanted = startTime(entry.given.value);
    const most = Math.floor(bytes(database.storage.size) / 2 ** 20);
    if (wanted === undefined || !Number.isFinite(most)) return sized;
    const bare = copyOf(database);
    if (bare.probes) delete bare.probes.startup;
    let low = 1;
    let high = most;
    const at = (size: number): Sized | undefined => {
      const said: Database = { ...bare, sizing: { ...bare.sizing, data: sizeText(size) } };
      const tried = this.#trials.score(entry, said);
      return tried && { database: said, score: tried };
    };
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const tried = at(middle);
      const object = tried?.score.made.find(({ object: { kind } }) => kind === entry.given.kind)?.object;
      const time = object && startTime(object);
      if (time === undefined) return sized;
      if (time < wanted) low = middle + 1;
      else high = middle;
    }
    // A whole number of GiB near it is what somebody said.
    for (const size of [Math.ceil(low / 1024) * 1024, low]) {
      const tried = at(size);
      if (tried && tried.score.changed < score.changed) return tried;
    }
    return sized;
  }
}

/** Whether all of one are in the other: the same number of other changes is not the same. */
function isWithin(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const each of few) if (!many.has(each)) return false;
  return true;
}

function sizeText(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

/** Seconds that the startup probe of a server gives it. */
function startTime(object: Value): number | undefined {
  const spec = member(object, 'spec');
  const containers = member(member(member(spec, 'template'), 'spec'), 'containers');
  const server = Array.isArray(containers)
    ? containers.find((each) => member(each, 'name') === 'mariadb')
    : spec;
  const probe = member(server, 'startupProbe');
  const [period, failures] = [member(probe, 'periodSeconds'), member(probe, 'failureThreshold')];
  return typeof period === 'number' && typeof failures === 'number' ? period * failures : undefined;
}

function member(value: Value | undefined, key: string): Value | undefined {
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What a database cannot do without, or what stands for itself. */
function isNeeded([first, second]: readonly string[]): boolean {
  if (first === 'storage') return second === undefined || second === 'size';
  return ['name', 'namespace', 'provider', 'engine', 'version', 'image', 'placement', 'config'].includes(
    first ?? '',
  );
}

/** Items whose objects dbspan would call otherwise: beside what is there it would make a second one. */
function dropOthers(entry: DatabaseEntry, trials: Trials): void {
  if (entry.items.length === 0) return;
  const score = trials.score(entry, { ...copyOf(entry.database), sizing: { mode: 'target' } });
  if (!score) return;
  const made = new Set(
    score.compared.map(
      ({ cluster, kind, group, namespace, name }) =>
        `${cluster}\0${kind}.${group}\0${namespace ?? ''}\0${name}`,
    ),
  );
  const operator = entry.database.mariadbOperator;
  for (const { list, item, identity } of entry.items) {
    if (made.has(identity) || !operator) continue;
    const rest = (operator[list] as object[] | undefined)?.filter((each) => each !== item);
    if (rest && rest.length > 0) (operator as Record<string, unknown>)[list] = rest;
    else delete operator[list];
  }
  if (operator && Object.keys(operator).length === 0) delete entry.database.mariadbOperator;
}

/** What databases must have in common to be alike: everything but their names and places. What it misses, the score tells. */
function shapeOf({ database, settings, storageClasses, clusters, items }: DatabaseEntry): string {
  const { name, namespace, ...rest } = database;
  let text = JSON.stringify([
    rest,
    [...storageClasses.values()],
    [...(settings?.options ?? [])],
    settings?.other,
    items.length,
  ]);
  for (const [index, word] of [...clusters, name, namespace].entries())
    text = text.replaceAll(word, `\0${index}`);
  return text;
}
