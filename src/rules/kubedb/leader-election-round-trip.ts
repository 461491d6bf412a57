import type { Span } from '../../diagnostics/index.js';
import { type DatabasePlan, databasesOf } from '../../plan/index.js';
import { keySpan, type Link, milliseconds, type Topology, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Round trips that an election waits for at the least. */
const roundTrips = 10;

/** What KubeDB fills in without a block; dbspan completes a block with the same figures. */
const standard = { period: '300ms', electionTick: 10 } as const;

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
    const { topology } = plan;
    const databases = databasesOf(plan, 'kubedb');
    const links = linksByPair(topology);
    if (links.size === 0) return;
    for (const database of databases) {
      if (database.engine !== 'postgres' || !database.distributed) continue;
      const worst = longestLink(database, links);
      if (!worst) continue;
      const { period = standard.period, electionTick = standard.electionTick } =
        database.source.kubedb?.leaderElection ?? {};
      const wait = milliseconds(period) * electionTick;
      const needed = worst.milliseconds * roundTrips;
      if (wait >= needed) continue;
      report('short', { database: database.name, wait, rtt: worst.rtt, clusters: worst.clusters })
        .at(timingSpan(database))
        .related(worst.span, 'the longest round trip')
        .fix(
          `write kubedb.leaderElection.period: ${Math.ceil(needed / electionTick)}ms or more, so that ${roundTrips} round trips fit into ${electionTick} of them`,
        );
    }
  },
});

interface KnownLink {
  readonly milliseconds: number;
  readonly rtt: string;
  readonly clusters: readonly [string, string];
  readonly span: Span;
}

/** Of several entries for one pair the longest. */
function linksByPair({ links }: Topology): ReadonlyMap<string, KnownLink> {
  const byPair = new Map<string, KnownLink>();
  for (const link of links ?? []) {
    const known = knownLink(link);
    if (!known) continue;
    const [a, b] = known.clusters;
    const present = byPair.get(`${a} ${b}`);
    if (present && present.milliseconds >= known.milliseconds) continue;
    byPair.set(`${a} ${b}`, known);
    byPair.set(`${b} ${a}`, known);
  }
  return byPair;
}

function knownLink(link: Link): KnownLink | undefined {
  const [a, b] = link.between;
  if (a === undefined || b === undefined || link.rtt === undefined) return undefined;
  return {
    milliseconds: milliseconds(link.rtt),
    rtt: link.rtt,
    clusters: [a, b],
    span: valueSpan(link, 'rtt'),
  };
}

function longestLink(
  { placements }: DatabasePlan,
  links: ReadonlyMap<string, KnownLink>,
): KnownLink | undefined {
  let longest: KnownLink | undefined;
  for (const [index, { cluster }] of placements.entries()) {
    for (const other of placements.slice(index + 1)) {
      const link = links.get(`${cluster.name} ${other.cluster.name}`);
      if (link && (!longest || link.milliseconds > longest.milliseconds)) longest = link;
    }
  }
  return longest;
}

function timingSpan({ source }: DatabasePlan): Span {
  const timing = source.kubedb?.leaderElection;
  if (timing?.period !== undefined) return valueSpan(timing, 'period');
  if (timing?.electionTick !== undefined) return valueSpan(timing, 'electionTick');
  return keySpan(source, 'placement');
}
