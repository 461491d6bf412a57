import {
  type DatabasePlan,
  type FullCopy,
  fullCopies,
  type Plan,
  type Writing,
  writingOf,
} from '../../plan/index.js';
import { gcacheFill, gcacheHolds, type Mebibytes, mebibytes, type Seconds } from '../../sizing/index.js';

/** A full copy during which more is written than there is room for. */
export interface OutgrownCache {
  readonly copy: FullCopy;
  readonly writing: Writing;
  readonly gcache: Mebibytes;
  /** The longest copy for which there is room. */
  readonly within: Seconds;
}

/** Copies that outgrow gcache and what the data leaves of the volume. A volume is full when nobody says what is on it. */
export function outgrownCaches(plan: Plan): OutgrownCache[] {
  return fullCopies(plan).flatMap((copy): OutgrownCache[] => {
    const { database, data, time } = copy;
    const writing = writingOf(database);
    const { gcache, volume } = database.sizing;
    if (!writing || gcache === undefined) return [];
    const free = data.said ? Math.max(0, (volume?.room ?? 0) - data.size) : 0;
    const room = mebibytes(gcache + free);
    if (gcacheFill(time, writing.writeRate) <= room) return [];
    return [{ copy, writing, gcache, within: gcacheHolds(room, writing.writeRate) }];
  });
}

/** The databases of which another rule says how much is written during a copy. */
export function outgrownDatabases(plan: Plan): ReadonlySet<DatabasePlan> {
  return new Set(outgrownCaches(plan).map(({ copy }) => copy.database));
}
