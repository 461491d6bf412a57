import {
  type CommitTime,
  commitTimes,
  latencyText,
  linksByPair,
  pairKey,
  perSecondText,
  survivalOf,
} from '../../plan/index.js';
import type { Protocol } from '../../survival/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Milliseconds of a commit above which one connection makes fewer than ten in a second. */
const noticed = 100;

/** A commit waits for no round trip that people notice. */
export const commitLatency = defineRule({
  id: 'survival/commit-latency',
  severity: 'warning',
  why: 'each commit takes that long at least, on every connection, and transactions on one row queue behind each other',
  source: 'codership/galera gcomm/src/evs_proto.cpp',
  messages: {
    slow: (p: { database: string; cluster: string; time: string; answeredFrom: string; number: string }) =>
      `a commit of ${p.database} on ${p.cluster} waits at least ${p.time} for ${p.answeredFrom}: at most ${p.number} a second on one connection`,
  },
  checkPlan(plan, report) {
    const links = linksByPair(plan.topology);
    if (links.size === 0) return;
    for (const { database, plans } of survivalOf(plan).subjects) {
      const slow = slowCommit(database.protocol, commitTimes(database, plan.topology));
      if (!slow) continue;
      const { cluster, answeredFrom, roundTrip, mostPerSecond } = slow;
      const link = links.get(pairKey(cluster, answeredFrom))?.longest;
      if (!link) continue;
      report('slow', {
        database: database.name,
        cluster,
        time: latencyText(roundTrip),
        answeredFrom,
        number: perSecondText(mostPerSecond),
      })
        .at(keySpan(plans[0].source, 'placement'))
        .related(valueSpan(link, 'rtt'), 'the round trip')
        .fix(
          database.protocol.kind === 'galera'
            ? `follow on ${answeredFrom} asynchronously (mariadb-operator, multiCluster), or put all replicas on clusters less than ${noticed} ms apart`
            : 'put a second replica on the cluster of the primary, or write streamingMode: Asynchronous, with which a failover can lose commits',
        );
    }
  },
});

type SlowCommit = CommitTime & {
  readonly [Key in 'answeredFrom' | 'roundTrip' | 'mostPerSecond']-?: NonNullable<CommitTime[Key]>;
};

/** The slowest commit where every client may write anywhere; the quickest where a primary can be put. */
function slowCommit({ kind }: Protocol, commits: readonly CommitTime[]): SlowCommit | undefined {
  const slow = commits.filter(isSlow).sort((one, other) => other.roundTrip - one.roundTrip);
  if (kind === 'galera') return slow[0];
  return slow.length === commits.length ? slow.at(-1) : undefined;
}

function isSlow(commit: CommitTime): commit is SlowCommit {
  const { roundTrip, answeredFrom, mostPerSecond } = commit;
  return (
    roundTrip !== undefined &&
    answeredFrom !== undefined &&
    mostPerSecond !== undefined &&
    roundTrip > noticed
  );
}
