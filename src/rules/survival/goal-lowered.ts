import { goalWords } from '../../survival/index.js';
import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';
import { isLower, newlyStopping } from './no-longer-survived.js';

/** What a database is to survive is not taken back. Where its replicas keep less too, survival/no-longer-survived tells both. */
export const goalLowered = defineRule({
  id: 'survival/goal-lowered',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'from this commit on nothing keeps a later change from giving up what was promised',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    lowered: (p: { database: string; from: string; to: string }) =>
      `${p.database} was to survive the loss of ${p.from}, and now of ${p.to} only`,
    removed: (p: { database: string; from: string }) =>
      `${p.database} was to survive the loss of ${p.from}, and nothing is asked of it now`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, before, after } = database;
      const [from, to] = [before.survival.asked, after.survival.asked];
      if (from === undefined || !isLower(from, to) || newlyStopping(database).length > 0) continue;
      const open =
        to === undefined || to === 'none'
          ? report('removed', { database: source.name, from: goalWords(from) })
          : report('lowered', { database: source.name, from: goalWords(from), to: goalWords(to) });
      open.at(saidAt(source, 'survive'));
      aboutDatabase(open, change, database).fix(`write survive: ${from} again, or accept it`);
    }
  },
});
