import { type DatabasePlan, dataOf, fullCopies, linkBudgets, writingOf } from '../../plan/index.js';
import { durationText, gcacheWindow, goodTransferRate, mariadbFixed, seconds } from '../../sizing/index.js';
import { dataText, paceText } from '../link-words.js';
import { defineRule } from '../rule.js';
import { outgrownDatabases } from './transfer-shared.js';

const hour = seconds(3600);

/** A replica is caught up without a full copy for an hour, or is copied within one. */
export const windowShort = defineRule({
  id: 'sizing/window-short',
  severity: 'warning',
  why: 'a drained node, a reboot or a slow image pull takes longer, and each then costs a full copy',
  source: 'codership/galera gcache/src/GCache_seqno.cpp',
  messages: {
    short: (p: { database: string; window: string; data: string; time: string; pace: string }) =>
      `gcache bridges ${p.window} of the writes of ${p.database}, and after that a full copy of ${p.data} takes ${p.time} at ${p.pace}`,
  },
  checkPlan(plan, report) {
    const outgrown = outgrownDatabases(plan);
    const remote = new Map(fullCopies(plan).map((copy) => [copy.database, copy]));
    const { byDatabase } = linkBudgets(plan);
    for (const database of plan.databases) {
      const writing = writingOf(database);
      const data = dataOf(database);
      const { gcache } = database.sizing;
      if (!writing || !data || gcache === undefined || outgrown.has(database) || overrides(database))
        continue;
      const window = gcacheWindow(gcache, writing.writeRate);
      if (window >= hour) continue;
      const copy = remote.get(database);
      // A link that writes overrun is what is wrong.
      if (!copy && byDatabase.has(database)) continue;
      const time = copy?.time ?? seconds(data.size / goodTransferRate);
      if (time <= hour) continue;
      report('short', {
        database: database.name,
        window: durationText(window),
        data: dataText(data),
        time: durationText(time),
        pace: copy ? paceText(copy.through) : `${goodTransferRate}Mi a second, a good disk`,
      })
        .at(writing.rideOutSpan)
        .fix('write rideOut: 1h or more; gcache is a file on the volume and takes no memory');
    }
  },
});

/** True when config has another size, which the rule about that names. */
function overrides({ sizingRequest }: DatabasePlan): boolean {
  return mariadbFixed(sizingRequest.options).providerKeys.has('gcache.size');
}
