import { defineRule } from '../rule.js';
import { enoughRoundTrips, shortTimers } from './timers-shared.js';

/** The periods by which Galera judges its members last ten of the longest round trips between their clusters. */
export const timersTight = defineRule({
  id: 'survival/timers-tight',
  severity: 'warning',
  why: 'packets that are lost and sent again look like a dead cluster, and every false alarm stops commits and costs a transfer',
  source: 'codership/galera gcomm/src/evs_proto.cpp',
  messages: {
    tight: (p: {
      key: string;
      database: string;
      period: string;
      number: number;
      clusters: readonly [string, string];
    }) =>
      `${p.key} of ${p.database} is ${p.period}, which is ${numberText(p.number)} between ${p.clusters[0]} and ${p.clusters[1]}`,
  },
  checkPlan(plan, report) {
    for (const short of shortTimers(plan, 'tight')) {
      const { database, timer, period, clusters, roundTrips } = short;
      const open = report('tight', {
        key: timer.key,
        database: database.name,
        period,
        number: roundTrips,
        clusters,
      })
        .at(short.span)
        .related(short.link, `${enoughRoundTrips} of them are enough`);
      for (const { key, span } of short.others) open.related(span, `${key} is short, too`);
      open.fix(short.remedy);
    }
  },
});

function numberText(roundTrips: number): string {
  if (roundTrips < 1) return 'less than a round trip';
  const whole = Math.floor(roundTrips);
  return whole === 1 ? 'one round trip' : `${whole} round trips`;
}
