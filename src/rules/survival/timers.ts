import { defineRule } from '../rule.js';
import { shortTimers } from './timers-shared.js';

/** The periods by which Galera judges its members outlast the longest round trip between their clusters. */
export const timers = defineRule({
  id: 'survival/timers',
  severity: 'error',
  why: 'an answer from the far cluster comes when its time is up, so that its replicas are thrown out or never get in',
  source: 'codership/galera gcomm/src/evs_proto.cpp',
  messages: {
    outlasted: (p: {
      key: string;
      database: string;
      period: string;
      clusters: readonly [string, string];
      roundTrip: string;
    }) =>
      `${p.key} of ${p.database} is ${p.period}, and ${p.clusters[0]} and ${p.clusters[1]} are ${p.roundTrip} apart`,
  },
  checkPlan(plan, report) {
    for (const short of shortTimers(plan, 'outlasted')) {
      const { database, timer, period, clusters, roundTrip } = short;
      const open = report('outlasted', {
        key: timer.key,
        database: database.name,
        period,
        clusters,
        roundTrip,
      })
        .at(short.span)
        .related(short.link, 'the longest round trip');
      for (const { key, span } of short.others) open.related(span, `${key} is as short`);
      open.fix(short.remedy);
    }
  },
});
