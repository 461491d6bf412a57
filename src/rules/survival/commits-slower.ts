import type { DatabaseState } from '../../impact/index.js';
import { type CommitTime, latencyText } from '../../plan/index.js';
import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';

/** So much more of a round trip is told: a tenth, and a millisecond at the least. */
const [share, least] = [1.1, 1];

/** A commit waits no longer for the network than before. */
export const commitsSlower = defineRule({
  id: 'survival/commits-slower',
  severity: 'info',
  changeClass: 'quorum',
  why: 'every commit waits for that round trip, and one connection commits no more often than it allows',
  source: 'codership/galera gcomm/src/evs_proto.cpp',
  messages: {
    slower: (p: { database: string; from: string; to: string; between: string }) =>
      `a commit of ${p.database} waits at least ${p.to} for the network, ${p.from} until now: ${p.between}`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, before, after } = database;
      const [old, young] = [slowest(before), slowest(after)];
      if (!old || !young || young.time < old.time * share || young.time < old.time + least) continue;
      const { commit, time } = young;
      const open = report('slower', {
        database: source.name,
        from: old.time === 0 ? 'nothing' : latencyText(old.time),
        to: latencyText(time),
        between: `${commit.cluster} to ${commit.answeredFrom ?? commit.cluster}`,
      }).at(saidAt(source, 'placement'));
      aboutDatabase(open, change, database).fix(
        'nothing, if the writes bear it; otherwise place the members nearer to each other',
      );
    }
  },
});

/** Where a commit takes longest; undefined where that is not known. */
function slowest({
  times,
}: DatabaseState):
  | { readonly commit: CommitTime; readonly time: NonNullable<CommitTime['roundTrip']> }
  | undefined {
  let worst: ReturnType<typeof slowest>;
  for (const commit of times.commit) {
    const { roundTrip } = commit;
    if (roundTrip === undefined) return undefined;
    if (!worst || roundTrip > worst.time) worst = { commit, time: roundTrip };
  }
  return worst;
}
