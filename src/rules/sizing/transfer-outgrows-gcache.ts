import {
  bandwidthForCopy,
  durationText,
  gcacheFill,
  rateText,
  roughSizeText,
  seconds,
} from '../../sizing/index.js';
import { dataText, paceText, widerText } from '../link-words.js';
import { defineRule } from '../rule.js';
import { outgrownCaches } from './transfer-shared.js';

/** What is written during a full copy finds room: in gcache, or on what the data leaves of the volume. */
export const transferOutgrowsGcache = defineRule({
  id: 'sizing/transfer-outgrows-gcache',
  severity: 'warning',
  why: 'a replica that is copied keeps all that is written meanwhile, beyond gcache as files on its volume, which can fill up before the copy is done',
  source: 'codership/galera gcache/src/GCache_memops.cpp',
  messages: {
    outgrows: (p: { data: string; time: string; pace: string; written: string; gcache: string }) =>
      `a full copy of ${p.data} takes ${p.time} at ${p.pace}; ${p.written} are written meanwhile, and gcache holds ${p.gcache}`,
  },
  checkPlan(plan, report) {
    for (const { copy, writing, gcache, within } of outgrownCaches(plan)) {
      const { through, data, time } = copy;
      report('outgrows', {
        data: dataText(data),
        time: durationText(time),
        pace: paceText(through),
        written: roughSizeText(gcacheFill(time, writing.writeRate)),
        gcache: roughSizeText(gcache),
      })
        .at(writing.rideOutSpan)
        .related(through.span, `${through.name}; ${rateText(writing.writeRate)} a second are written`)
        .fix(
          [
            `write rideOut: ${durationField(time)} if the volume has room for that`,
            widerText(through, bandwidthForCopy(data.size, within, through.replication)),
            ...(data.said ? [] : ['say in sizing.data what is stored if that is less']),
          ].join(', or '),
        );
    }
  },
});

/** In whole minutes, as the language writes it. */
function durationField(time: number): string {
  const minutes = Math.ceil(seconds(time) / 60);
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
