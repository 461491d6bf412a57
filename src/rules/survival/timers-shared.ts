import type { Span } from '../../diagnostics/index.js';
import {
  type DatabasePlan,
  databasesOf,
  type GroupTimer,
  groupTimers,
  latencyText,
  linksByPair,
  longestRoundTrip,
  type Plan,
  pairKey,
} from '../../plan/index.js';
import { providerStrings } from '../../server-options/index.js';
import { milliseconds } from '../../sizing/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { configOf } from '../server-configs.js';
import { listed } from '../words.js';

/** A timer of Galera's group that is short for the distance. */
export interface ShortTimer {
  readonly database: DatabasePlan;
  readonly timer: GroupTimer;
  /** `1.5 s`. */
  readonly period: string;
  readonly clusters: readonly [string, string];
  /** `250 ms`. */
  readonly roundTrip: string;
  /** How many round trips it lasts. */
  readonly roundTrips: number;
  readonly span: Span;
  /** Where the round trip stands. */
  readonly link: Span;
  /** Other timers that are as short, with their places. */
  readonly others: readonly { readonly key: string; readonly span: Span }[];
  readonly remedy: string;
}

/** Round trips that a silence lasts before it means anything: packets are lost, and sent again after some of them. */
export const enoughRoundTrips = 10;

/** Round trips before a message is sent again. */
const beforeAgain = 2;

interface Judged {
  readonly timer: GroupTimer;
  readonly roundTrips: number;
  readonly enough: number;
}

/** The timers of each database over several clusters that its longest round trip outlasts, or, where there are none, those that it comes near. */
export function shortTimers(plan: Plan, kind: 'outlasted' | 'tight'): ShortTimer[] {
  const links = linksByPair(plan.topology);
  if (links.size === 0) return [];
  return databasesOf(plan, 'kubedb').flatMap((database): ShortTimer[] => {
    if (database.replication !== 'galera' || !database.distributed) return [];
    const longest = longestRoundTrip(plan, database);
    if (!longest) return [];
    const judged = judgedTimers(database, longest.roundTrip);
    const outlasted = judged.filter(({ roundTrips, enough }) => enough > beforeAgain && roundTrips <= 1);
    const short = kind === 'outlasted' ? outlasted : outlasted.length > 0 ? [] : judged;
    const [worst, ...others] = short.sort((one, other) => one.roundTrips - other.roundTrips);
    const link = links.get(pairKey(...longest.between))?.longest;
    if (!worst || !link) return [];
    const { timer } = worst;
    return [
      {
        database,
        timer,
        period: latencyText(milliseconds(timer.seconds * 1000)),
        clusters: longest.between,
        roundTrip: latencyText(longest.roundTrip),
        roundTrips: worst.roundTrips,
        span: placeOf(database, timer),
        link: valueSpan(link, 'rtt'),
        others: others
          .filter((other) => other.timer.from === 'config')
          .map((other) => ({ key: other.timer.key, span: placeOf(database, other.timer) })),
        remedy: remedy(database, judged, longest.roundTrip),
      },
    ];
  });
}

function judgedTimers(database: DatabasePlan, roundTrip: number): Judged[] {
  const { suspect, inactive, install, joinRetransmission } = groupTimers(database);
  const judged = [suspect, inactive, install].map((timer) => judge(timer, roundTrip, enoughRoundTrips));
  const short = judged.filter(({ roundTrips, enough }) => roundTrips < enough);
  const again = judge(joinRetransmission, roundTrip, beforeAgain);
  // Sent again a little early it only adds to the traffic.
  return again.roundTrips <= 1 ? [...short, again] : short;
}

function judge(timer: GroupTimer, roundTrip: number, enough: number): Judged {
  return { timer, roundTrips: (timer.seconds * 1000) / roundTrip, enough };
}

function placeOf(database: DatabasePlan, { key, from }: GroupTimer): Span {
  if (from === 'config') {
    for (const string of providerStrings(configOf(database))) {
      const part = string.parts.find((each) => each.key === key);
      if (part) return string.spanOf(part);
    }
  }
  return keySpan(database.source, 'placement');
}

function remedy(database: DatabasePlan, judged: readonly Judged[], roundTrip: number): string {
  const options = judged.map(
    ({ timer, enough }) => `${timer.key}=PT${Math.ceil((enough * roundTrip) / 1000)}S`,
  );
  const write = `write ${listed(options)} or more in config.wsrep_provider_options`;
  return database.sizingRequest.mode === 'guaranteed'
    ? `remove it, as dbspan writes one that fits, or ${write}`
    : write;
}
