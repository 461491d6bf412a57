import { type FullCopy, fullCopies, type Narrow } from '../../plan/index.js';
import { bandwidthForCopy, durationText, seconds } from '../../sizing/index.js';
import { valueSpan } from '../../topology/index.js';
import { dataText, paceText, widerText } from '../link-words.js';
import { lowCeiling } from '../low-ceiling.js';
import { defineRule } from '../rule.js';
import { outgrownDatabases } from './transfer-shared.js';

const day = seconds(86_400);

/** A replica that lost its volume is back within a day. */
export const transferLong = defineRule({
  id: 'sizing/transfer-long',
  severity: 'warning',
  why: 'for so long one replica less can be lost, and a copy that breaks off begins again',
  source: 'kubeslice/netops server/netop_handler.go',
  messages: {
    copy: (p: { database: string; data: string; time: string; pace: string }) =>
      `a full copy of ${p.database}, ${p.data}, takes ${p.time} at ${p.pace}`,
  },
  checkPlan(plan, report) {
    // The same mistake, with the same remedy.
    const ceilingIsLow = lowCeiling(plan) !== undefined;
    const outgrown = outgrownDatabases(plan);
    const worst = new Map<Narrow, FullCopy>();
    for (const copy of fullCopies(plan)) {
      const { through, database, time } = copy;
      if (time <= day || outgrown.has(database) || (ceilingIsLow && through.kind === 'ceiling')) continue;
      const present = worst.get(through);
      if (!present || time > present.time) worst.set(through, copy);
    }
    for (const [through, { database, data, time }] of worst) {
      const wider = widerText(through, bandwidthForCopy(data.size, day, through.replication));
      report('copy', {
        database: database.name,
        data: dataText(data),
        time: durationText(time),
        pace: paceText(through),
      })
        .at(through.span)
        .related(valueSpan(database.source.storage, 'size'), `the volume of ${database.name}`)
        .fix(data.said ? wider : `${wider}, or say in sizing.data what is stored if that is less`);
    }
  },
});
