import type { LossChange } from '../../impact/index.js';
import { type Goal, goals } from '../../survival/index.js';
import { aboutDatabase, type ChangedDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** What a database survived it still survives. */
export const noLongerSurvived = defineRule({
  id: 'survival/no-longer-survived',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'until now writes went on when this was lost, and from this commit on they stop',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    lost: (p: { database: string; losses: readonly string[]; left: string }) =>
      `${p.database} no longer survives the loss of ${firstOf(p.losses)}: ${p.left}`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, sourceBefore, before, after } = database;
      const losses = newlyStopping(database);
      const [first] = losses;
      if (!first) continue;
      const open = report('lost', {
        database: source.name,
        losses: losses.map(({ words }) => words),
        left: first.after.why,
      }).at(saidAt(source, 'placement'));
      if (isLower(before.survival.asked, after.survival.asked))
        open.related(
          saidAt(source, 'survive'),
          `survive was ${sourceBefore?.survive ?? 'none'}, which it kept`,
        );
      aboutDatabase(open, change, database).fix(
        `keep what stood there, or accept it: dbspan whatif --lose ${first.text} tells what happens then`,
      );
    }
  },
});

/** Losses after which writes stop and did not. Of what is new under a database only where it keeps less than before on the whole. */
export function newlyStopping({
  impact: { worse },
  before,
  after,
}: Pick<ChangedDatabase, 'impact' | 'before' | 'after'>): readonly LossChange[] {
  const falls = goals.indexOf(after.survival.met) < goals.indexOf(before.survival.met);
  return worse.filter(({ what, stoodThere }) => what.includes('writes') && (stoodThere || falls));
}

/** Whether less is asked for than before. */
export function isLower(before: Goal | undefined, after: Goal | undefined): boolean {
  return goals.indexOf(after ?? 'none') < goals.indexOf(before ?? 'none');
}
