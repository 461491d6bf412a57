import { buildPlan, type FileContent } from '../plan/index.js';
import { validate } from '../topology/generated/validate.js';
import { type Database, readTopology, type Slice, type Topology } from '../topology/index.js';
import type { Mapping } from '../yaml/mapping.js';
import {
  type ComparedObject,
  compareObject,
  compareObjects,
  givenIdentity,
  madeIdentity,
} from './compare.js';
import type { GivenObject, MadeObject, Synthesize } from './model.js';
import type { DatabaseEntry, Reading } from './reading.js';

/** How near the output of a database comes to its input; less is nearer. */
export interface Score {
  /** What is not the same. */
  readonly changed: number;
  /** What is the same in other words. */
  readonly reworded: number;
  /** What is not the same: each place with what is written there. */
  readonly changes: ReadonlySet<string>;
  readonly compared: readonly ComparedObject[];
  /** The objects of the input that come out, one way or the other. */
  readonly matched: ReadonlySet<string>;
  readonly made: readonly MadeObject[];
}

/** Compiles pieces of a topology, without the rules, to see what they come to. */
export class Trials {
  readonly #reading: Reading;
  readonly #synthesize: Synthesize;
  readonly #slice: Slice | undefined;
  readonly #byIdentity: ReadonlyMap<string, GivenObject>;
  readonly #companions: ReadonlyMap<string, string>;

  constructor(reading: Reading, slice: Slice | undefined, synthesize: Synthesize) {
    this.#reading = reading;
    this.#slice = slice;
    this.#synthesize = synthesize;
    this.#byIdentity = new Map(reading.gathered.objects.map((each) => [givenIdentity(each), each]));
    this.#companions = new Map(reading.companions.map(({ path, content }) => [path, content]));
  }

  /** What a topology compiles to; undefined when it does not. */
  objectsOf(topology: Topology): readonly MadeObject[] | undefined {
    const { file, topology: read } = readTopology({ name: 'adopted', content: JSON.stringify(topology) });
    if (!file || !read) return undefined;
    try {
      return this.#synthesize(buildPlan(read, file, (path): FileContent => this.#companions.get(path)));
    } catch {
      // A reference that does not hold; the rules say which, of the whole.
      return undefined;
    }
  }

  /** How near one database of an entry comes to what was read. */
  score(entry: DatabaseEntry, database: Database): Score | undefined {
    const made = this.objectsOf(this.#topologyOf(entry, database))?.filter((each) =>
      isOfDatabase(each, database),
    );
    if (!made) return undefined;
    const compared: ComparedObject[] = [];
    let changed = 0;
    let reworded = 0;
    const changes = new Set<string>();
    const matched = new Set<string>();
    for (const each of made) {
      const identity = madeIdentity(each);
      const given = this.#byIdentity.get(identity);
      if (!given) {
        changed += 1;
        changes.add(identity);
        continue;
      }
      matched.add(identity);
      const result = compareObject(given, each.object);
      compared.push(result);
      for (const { isSame, path, after } of result.differences) {
        if (isSame) reworded += 1;
        else {
          changed += 1;
          changes.add(`${identity} ${path} ${JSON.stringify(after)}`);
        }
      }
    }
    return { changed, reworded, changes, compared, matched, made };
  }

  /** The smallest program with a database in it. */
  #topologyOf(entry: DatabaseEntry, database: Database): Topology {
    const { gathered, clusters } = this.#reading;
    const isDistributed = this.#slice !== undefined && database.provider === 'kubedb';
    const names = new Set([
      ...(isDistributed && gathered.hub !== undefined ? [gathered.hub] : []),
      ...entry.clusters,
    ]);
    const own = [...names].map((name) => {
      const cluster = { ...(clusters.get(name) ?? { name, distribution: 'other' as const }) };
      if (isDistributed) cluster.networkInterface ??= 'eth0';
      if (name === gathered.hub) cluster.hub = true;
      return cluster;
    });
    return {
      apiVersion: 'dbspan/v1alpha1',
      kind: 'Topology',
      metadata: { name: this.#slice?.project ?? 'adopted' },
      clusters: own,
      ...(isDistributed && this.#slice
        ? {
            slice: {
              name: this.#slice.name,
              subnet: this.#slice.subnet,
              ...(this.#slice.project === undefined ? {} : { project: this.#slice.project }),
              clusters: [...names],
            },
          }
        : {}),
      databases: [database],
    };
  }
}

/** Objects that come from the database itself: not those of the slice and the clusters around it. */
function isOfDatabase({ object }: MadeObject, database: Database): boolean {
  const metadata = object['metadata'] as Mapping;
  if (object['kind'] === 'PlacementPolicy') return true;
  return metadata['namespace'] === database.namespace && object['kind'] !== 'Project';
}

/**
 * Takes out of a topology what the schema of the language does not take: names that are none, numbers out of range. What goes is told
 * by the comparison. Returns false when nothing is left of it.
 */
export function keepValid(topology: Topology): boolean {
  for (let round = 0; round < 12; round += 1) {
    if (validate(topology)) return true;
    const errors = [...(validate.errors ?? [])].filter(
      ({ keyword }) => !['if', 'anyOf', 'oneOf'].includes(keyword),
    );
    const places = new Set<string>();
    for (const { instancePath, keyword, params, propertyName } of errors.length > 0
      ? errors
      : (validate.errors ?? [])) {
      const name =
        propertyName ?? (keyword === 'additionalProperties' ? params['additionalProperty'] : undefined);
      places.add(typeof name === 'string' ? `${instancePath}/${escaped(name)}` : instancePath);
    }
    if (places.size === 0) return false;
    // From the end, so that places before stay where they are.
    for (const place of [...places].sort(byDepthAndIndex).reverse())
      if (!remove(topology, place)) return false;
  }
  return validate(topology);
}

function byDepthAndIndex(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function remove(topology: Topology, pointer: string): boolean {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop();
  if (last === undefined) return false;
  let container: unknown = topology;
  for (const name of names) {
    if (typeof container !== 'object' || container === null || !Object.hasOwn(container, name)) return true;
    container = (container as Record<string, unknown>)[name];
  }
  if (Array.isArray(container)) {
    if (Number(last) < container.length) container.splice(Number(last), 1);
    return true;
  }
  if (typeof container !== 'object' || container === null) return true;
  if (names.length === 0 && (last === 'clusters' || last === 'metadata')) return false;
  delete (container as Record<string, unknown>)[last];
  return true;
}

/** What the whole input comes to against the whole output. */
export function compareAll(reading: Reading, made: readonly MadeObject[]): ComparedObject[] {
  return compareObjects(reading.gathered.objects, made);
}
