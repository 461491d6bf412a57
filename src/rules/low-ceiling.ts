import { type DatabasePlan, linksOf, type Plan, writingOf } from '../plan/index.js';
import { bytes } from '../topology/index.js';

/** kbit/s below which copying a database takes noticeably long. */
export const lowKbps = 100_000;

/** A ceiling under which copies take noticeably long, and the largest database that is copied through it. */
export interface LowCeiling {
  readonly kbps: number;
  readonly largest: DatabasePlan;
}

/** The ceiling of a slice when it is low and nothing better is known: neither slower links nor how much is written. */
export function lowCeiling({ slice, databases, topology }: Plan): LowCeiling | undefined {
  if (!slice || !('ceilingKbps' in slice.shaping)) return undefined;
  const { ceilingKbps } = slice.shaping;
  if (ceilingKbps >= lowKbps || databases.some(saysItsWrites)) return undefined;
  const largest = largestOf(databases);
  if (!largest) return undefined;
  const { complete, slowest } = linksOf(largest.source, topology);
  if (complete && slowest.every(({ bandwidth }) => bandwidth <= ceilingKbps * 1000)) return undefined;
  return { kbps: ceilingKbps, largest };
}

/** With these the times are computed, and judged by what is asked for. */
function saysItsWrites(database: DatabasePlan): boolean {
  return database.placements.length > 1 && writingOf(database) !== undefined;
}

/** The largest of those that have replicas on both ends of a link. */
function largestOf(databases: readonly DatabasePlan[]): DatabasePlan | undefined {
  let largest: DatabasePlan | undefined;
  for (const database of databases) {
    if (database.placements.length < 2) continue;
    if (!largest || bytes(database.source.storage.size) > bytes(largest.source.storage.size))
      largest = database;
  }
  return largest;
}
