import type { DatabasePlan } from '../plan/index.js';

/** How the volumes of a database are called: this, its name and the ordinal. */
export const volumePrefix = 'data-';

/** The databases whose pods have work objects in the hub's namespace of a cluster, by `cluster/name`; of several the first. */
export type WorksByName<T> = ReadonlyMap<string, T>;

/** A database whose volumes have the names of another's pods. */
export interface VolumeTwin<T> {
  readonly cluster: string;
  readonly other: T;
}

/** True when the name of the database reads like that of a replica: ordinals are read from what follows the last hyphen. */
export function endsLikeReplica(name: string): boolean {
  return /-\d+$/.test(name);
}

/**
 * The work objects of pods. Like those of volumes, their names carry neither the namespace nor the engine of the
 * database. Source: kubeops/petset pkg/controller/petset/pet_manifest_work_control.go.
 */
export function worksByName<T extends Pick<DatabasePlan, 'name' | 'placements'>>(
  databases: Iterable<T>,
): WorksByName<T> {
  const works = new Map<string, T>();
  for (const database of databases) {
    for (const { cluster } of database.placements) {
      const key = `${cluster.name}/${database.name}`;
      if (!works.has(key)) works.set(key, database);
    }
  }
  return works;
}

/** The database whose volumes are called like the pods of this one, on a cluster that both are on. */
export function volumeTwin<T>(
  { name, placements }: Pick<DatabasePlan, 'name' | 'placements'>,
  works: WorksByName<T>,
): VolumeTwin<T> | undefined {
  if (!name.startsWith(volumePrefix)) return undefined;
  const stem = name.slice(volumePrefix.length);
  for (const { cluster } of placements) {
    const other = works.get(`${cluster.name}/${stem}`);
    if (other !== undefined) return { cluster: cluster.name, other };
  }
  return undefined;
}
