import { type BytesPerSecond, bytesPerSecond, dailyTraffic, type Mebibytes } from '../sizing/index.js';
import { membersByCluster, type SurvivalDatabase } from '../survival/index.js';
import { writingOf } from './link-budgets.js';
import type { DatabasePlan } from './plan.js';

/** What replication sends between clusters in a day, without headers. */
export interface Traffic {
  /** What is written a second. */
  readonly writeRate: BytesPerSecond;
  /** False when nobody says how much is written: then it is 1 MiB a second, to be multiplied. */
  readonly said: boolean;
  /** For each cluster that may take writes what goes out when it takes all of them. */
  readonly out: readonly Outgoing[];
}

/** What leaves one cluster when all writes are made there. */
export interface Outgoing {
  readonly cluster: string;
  readonly perDay: Mebibytes;
  /** The same if Galera had a segment for each cluster, which no provider over several clusters can give it; undefined elsewhere. */
  readonly withSegments: Mebibytes | undefined;
  readonly to: readonly Flow[];
}

/** What goes from one cluster to another. */
export interface Flow {
  readonly cluster: string;
  /** How often each write is sent. */
  readonly copies: number;
  readonly perDay: Mebibytes;
}

/** What is counted with where nobody says how much is written. */
const usualRate = bytesPerSecond(2 ** 20);

/** Traffic between the clusters of a database; undefined within one. */
export function trafficOf(database: SurvivalDatabase, plan: DatabasePlan): Traffic | undefined {
  const { protocol } = database;
  const members = membersByCluster(database);
  if (members.size < 2) return undefined;
  const writing = writingOf(plan);
  const writeRate = writing?.writeRate ?? usualRate;
  const asynchronous = protocol.kind === 'clusters';
  const sources = asynchronous ? [protocol.primary] : [...members.keys()];
  return {
    writeRate,
    said: writing !== undefined,
    out: sources.map((cluster): Outgoing => {
      const to: Flow[] = [];
      for (const [other, { length }] of members) {
        if (other === cluster) continue;
        // One replica of each other cluster follows the primary, and the rest of them that one.
        const copies = asynchronous ? 1 : length;
        to.push({ cluster: other, copies, perDay: dailyTraffic(writeRate, copies) });
      }
      const copies = to.reduce((sum, flow) => sum + flow.copies, 0);
      return {
        cluster,
        perDay: dailyTraffic(writeRate, copies),
        withSegments: protocol.kind === 'galera' ? dailyTraffic(writeRate, to.length) : undefined,
        to,
      };
    }),
  };
}
