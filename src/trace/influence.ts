import type { DatabasePlan, Plan } from '../plan/index.js';
import { indexIn } from './context.js';
import { identityOf, type Leaf } from './leaves.js';
import { type OwnObject, objectsOfDatabase } from './objects.js';
import type { Place } from './place.js';
import { type Kinds, variationsOf } from './variations.js';

/** What the fields of a database's objects depend on. */
export interface Influences {
  /** By the key of the object and that of the field: the places that decide its value. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly Place[]>>;
  /** By the key of the object: the places that decide whether it is there. */
  readonly objects: ReadonlyMap<string, readonly Place[]>;
}

const objectsByDatabase = new WeakMap<DatabasePlan, readonly OwnObject[]>();

/** The objects of a database, made once. */
export function objectsOf(plan: Plan, database: DatabasePlan): readonly OwnObject[] {
  const known = objectsByDatabase.get(database);
  if (known) return known;
  const objects = objectsOfDatabase(plan, database);
  objectsByDatabase.set(database, objects);
  return objects;
}

const influencesByPlan = new WeakMap<Plan, Map<string, Influences>>();

/**
 * What the fields of a database's objects depend on, found by deriving the database again with one thing changed at a time: nothing
 * is claimed that the compiler does not do. The databases of one entry on the clusters of one fleet depend on the same.
 *
 * @param kinds what is changed: what the topology says, or what it leaves to defaults
 */
export function influencesOf(plan: Plan, database: DatabasePlan, kinds: Kinds = 'said'): Influences {
  const byKey = influencesByPlan.get(plan) ?? new Map<string, Influences>();
  influencesByPlan.set(plan, byKey);
  const entry = indexIn(plan.topology.databases, database.source);
  const key = `${kinds} ${entry} ${indexIn(plan.topology.clusters, database.home.source)}`;
  const known = byKey.get(key);
  if (known) return known;
  const found = findInfluences(plan, database, kinds);
  byKey.set(key, found);
  return found;
}

/** The same of some places only, which is not kept. */
export function influencesOfPlaces(
  plan: Plan,
  database: DatabasePlan,
  wanted: (place: Place) => boolean,
): Influences {
  return findInfluences(plan, database, 'said', wanted);
}

const keysOfLeaves = new WeakMap<Leaf, string>();

/** What a field is called in {@link Influences}. */
export function fieldKey(object: OwnObject, leaf: Leaf): string {
  const known = keysOfLeaves.get(leaf);
  if (known !== undefined) return known;
  const key = identityOf(object.object, leaf.pointer);
  keysOfLeaves.set(leaf, key);
  return key;
}

function findInfluences(
  plan: Plan,
  database: DatabasePlan,
  kinds: Kinds,
  wanted?: (place: Place) => boolean,
): Influences {
  const fields = new Map<string, Map<string, Place[]>>();
  const objects = new Map<string, Place[]>();
  for (const variation of variationsOf(plan, database, kinds, wanted)) {
    const others = new Map(
      objectsOfDatabase(variation.plan, variation.database).map((each) => [each.key, each]),
    );
    for (const each of objectsOf(plan, database)) {
      const other = others.get(each.key);
      if (!other) {
        addTo(objects, each.key, variation.place);
        continue;
      }
      const values = new Map(other.leaves.map((leaf) => [fieldKey(other, leaf), leaf.value]));
      const found = fields.get(each.key) ?? new Map<string, Place[]>();
      fields.set(each.key, found);
      for (const leaf of each.leaves) {
        const key = fieldKey(each, leaf);
        if (values.get(key) !== leaf.value) addTo(found, key, variation.place);
      }
    }
  }
  return { fields, objects };
}

function addTo(lists: Map<string, Place[]>, key: string, place: Place): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [place]);
  else if (!list.some(({ path }) => path === place.path)) list.push(place);
}
