import type { Landscape, SurvivalDatabase } from '../../survival/index.js';

const known = new WeakMap<Landscape, Map<string, unknown>>();

/** What is the same for all databases that stand alike is worked out once: many of a file do. `about` is what it depends on beside them. */
export function onceForAlike<T>(
  database: SurvivalDatabase,
  landscape: Landscape,
  about: readonly unknown[],
  workOut: () => T,
): T {
  const results = known.get(landscape) ?? new Map<string, unknown>();
  known.set(landscape, results);
  const { engine, protocol, spread, onHub } = database;
  const members = database.members.map(({ name: _, ...member }) => member);
  const key = JSON.stringify([about, engine, protocol, spread, onHub, members]);
  if (!results.has(key)) results.set(key, workOut());
  return results.get(key) as T;
}
