import type { DatabaseState } from '../../impact/index.js';
import { durationText, sizeText } from '../../sizing/index.js';
import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';

/** Below this share of what it was it is told. */
const least = 0.9;

/** A replica may be away as long as before without a full copy. */
export const rideOutShorter = defineRule({
  id: 'sizing/ride-out-shorter',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'a replica that is away longer than that takes a full copy of the data, and the donor and the link with it',
  source: 'codership/galera gcache/src/GCache_seqno.cpp',
  messages: {
    window: (p: { database: string; from: string; to: string }) =>
      `a replica of ${p.database} catches up after an absence of ${p.to} at most, ${p.from} until now`,
    size: (p: { database: string; what: string; from: string; to: string }) =>
      `${p.what} of ${p.database} shrinks from ${p.from} to ${p.to}: a replica can be away for less time`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, before, after } = database;
      const shorter = shorterOf(before, after);
      if (!shorter) continue;
      const open =
        shorter.kind === 'window'
          ? report('window', { database: source.name, from: shorter.from, to: shorter.to })
          : report('size', {
              database: source.name,
              what: shorter.kind,
              from: shorter.from,
              to: shorter.to,
            });
      open.at(saidAt(source, 'sizing.gcache', 'kubedb.walKeepSize', 'sizing', 'storage.size'));
      aboutDatabase(open, change, database).fix(
        'keep sizing.gcache (or kubedb.walKeepSize) as it was, or accept it',
      );
    }
  },
});

/** What gets shorter, or smaller. */
interface Shorter {
  readonly kind: 'window' | 'the gcache' | 'the WAL for standbys';
  readonly from: string;
  readonly to: string;
}

function shorterOf(before: DatabaseState, after: DatabaseState): Shorter | undefined {
  const [old, young] = [before.times.catchUp?.window, after.times.catchUp?.window];
  if (old !== undefined && young !== undefined)
    return young < old * least
      ? { kind: 'window', from: durationText(old), to: durationText(young) }
      : undefined;
  for (const [kind, name] of [
    ['the gcache', 'gcache'],
    ['the WAL for standbys', 'keptWal'],
  ] as const) {
    const [from, to] = [before.server[name], after.server[name]];
    if (from !== undefined && to !== undefined && to < from * least)
      return { kind, from: sizeText(from), to: sizeText(to) };
  }
  return undefined;
}
