import type { DatabasePlan, Plan } from '../plan/index.js';
import { indexIn } from './context.js';
import { keyOf } from './leaves.js';
import { type OwnObject, objectsOfDatabase } from './objects.js';
import type { Place } from './place.js';
import { variationsOf } from './variations.js';

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
 */
export function influencesOf(plan: Plan, database: DatabasePlan): Influences {
  const byKey = influencesByPlan.get(plan) ?? new Map<string, Influences>();
  influencesByPlan.set(plan, byKey);
  const key = `${indexIn(plan.topology.databases, database.source)} ${indexIn(plan.topology.clusters, database.home.source)}`;
  const known = byKey.get(key);
  if (known) return known;
  const found = findInfluences(plan, database);
  byKey.set(key, found);
  return found;
}

function findInfluences(plan: Plan, database: DatabasePlan): Influences {
  const own = objectsOf(plan, database);
  const fields = new Map(own.map(({ key }) => [key, new Map<string, Place[]>()]));
  const objects = new Map<string, Place[]>();
  const keys = new Map(own.map(({ key, leaves }) => [key, leaves.map(({ pointer }) => keyOf(pointer))]));
  for (const { place, plan: otherPlan, database: otherDatabase } of variationsOf(plan, database)) {
    const others = new Map(objectsOfDatabase(otherPlan, otherDatabase).map((each) => [each.key, each]));
    for (const { key, leaves } of own) {
      const other = others.get(key);
      if (!other) {
        addTo(objects, key, place);
        continue;
      }
      const values = new Map(other.leaves.map(({ pointer, value }) => [keyOf(pointer), value]));
      for (const [index, { value }] of leaves.entries()) {
        const field = keys.get(key)?.[index] ?? '';
        if (values.get(field) !== value) addTo(fields.get(key) ?? new Map(), field, place);
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
