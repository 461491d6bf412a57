import type { Span } from '../../diagnostics/index.js';
import {
  type DatabasePlan,
  databasesOf,
  electionTiming,
  linksByPair,
  longestRoundTrip,
  pairKey,
} from '../../plan/index.js';
import { keySpan, milliseconds, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Round trips that an election waits for at the least. */
const roundTrips = 10;

/** An election of a distributed Postgres waits for several of the longest round trips between its clusters. */
export const leaderElectionRoundTrip = defineRule({
  id: 'kubedb/leader-election-round-trip',
  severity: 'warning',
  why: 'a heartbeat that is late once starts an election, so that the primary changes whenever the link is slow for a moment',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go',
  messages: {
    short: (p: { database: string; wait: number; rtt: string; clusters: readonly [string, string] }) =>
      `${p.database} elects a new primary after ${p.wait} ms of silence, and ${p.clusters[0]} and ${p.clusters[1]} are ${p.rtt} apart`,
  },
  checkPlan(plan, report) {
    const links = linksByPair(plan.topology);
    if (links.size === 0) return;
    for (const database of databasesOf(plan, 'kubedb')) {
      if (database.engine !== 'postgres' || !database.distributed) continue;
      const longest = longestRoundTrip(plan, database);
      const link = longest && links.get(pairKey(...longest.between))?.longest;
      if (!longest || !link) continue;
      const { period, electionTick } = electionTiming(database.source);
      const wait = milliseconds(period) * electionTick;
      const needed = longest.roundTrip * roundTrips;
      if (wait >= needed) continue;
      const [first = '', second = ''] = link.between;
      report('short', {
        database: database.name,
        wait,
        rtt: link.rtt ?? '',
        clusters: [first, second],
      })
        .at(timingSpan(database))
        .related(valueSpan(link, 'rtt'), 'the longest round trip')
        .fix(
          `write kubedb.leaderElection.period: ${Math.ceil(needed / electionTick)}ms or more, so that ${roundTrips} round trips fit into ${electionTick} of them`,
        );
    }
  },
});

function timingSpan({ source }: DatabasePlan): Span {
  const timing = source.kubedb?.leaderElection;
  if (timing?.period !== undefined) return valueSpan(timing, 'period');
  if (timing?.electionTick !== undefined) return valueSpan(timing, 'electionTick');
  return keySpan(source, 'placement');
}
