import type { ChangeSubject, ObjectChange } from '../changes/index.js';
import type { DatabasePlan } from '../plan/index.js';

const known = new WeakMap<ChangeSubject, ReadonlyMap<string, DatabasePlan>>();

/** The database that an object of the new output comes from, the first of those of its entry; undefined for one that is gone. */
export function databaseOf(change: ChangeSubject, object: ObjectChange): DatabasePlan | undefined {
  const entry = /^[^/]*\/databases\[[^\]]*\]/.exec((object.after ?? object.before).file.source)?.[0];
  return entry === undefined ? undefined : databasesOf(change).get(entry);
}

function databasesOf(change: ChangeSubject): ReadonlyMap<string, DatabasePlan> {
  const present = known.get(change);
  if (present) return present;
  const databases = new Map<string, DatabasePlan>();
  for (const { name, databases: all } of change.plans) {
    for (const database of all) {
      const entry = `${name}/databases[${database.source.name}]`;
      if (!databases.has(entry)) databases.set(entry, database);
    }
  }
  known.set(change, databases);
  return databases;
}

/** Where a topology says which image a database runs. */
export function imagePath(change: ChangeSubject, object: ObjectChange): string {
  return databaseOf(change, object)?.source.image === undefined ? '.version' : '.image';
}

/** Where a topology says the class of a database's volumes: one that only the cluster says is said there. */
export function storageClassPath(change: ChangeSubject, object: ObjectChange): string {
  const said = databaseOf(change, object)?.source.storage.storageClass;
  const { cluster } = object.after ?? object.before;
  return said === undefined ? `clusters[${cluster}].storageClass` : '.storage.storageClass';
}
