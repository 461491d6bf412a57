import type { Report } from '../../diagnostics/index.js';
import {
  type DatabasePlan,
  isOverrun,
  linkBudgets,
  type Narrow,
  type Passenger,
  type Plan,
  timesThrough,
  type Writing,
  writingOf,
} from '../../plan/index.js';
import {
  bandwidthForWrites,
  bandwidthText,
  bytesPerSecond,
  durationText,
  mebibytes,
  mostWritten,
  rateText,
  usableRate,
  wireRate,
} from '../../sizing/index.js';
import { widerText } from '../link-words.js';
import { firstOf } from '../words.js';

interface Share {
  /** The databases whose writes go there. */
  readonly databases: readonly string[];
  /** What they take of it, headers included. */
  readonly taken: string;
  /** `4Mi a second to each of 2 replicas`, of the one that writes most. */
  readonly how: string;
  readonly name: string;
  readonly bandwidth: string;
}

export const linkWritesMessages = {
  full: (p: Share) =>
    `the writes of ${firstOf(p.databases)} take ${p.taken}, ${p.how}, and ${p.name} carries ${p.bandwidth}`,
  behind: (p: Share & { absence: string; catchUp: string }) =>
    `the writes of ${firstOf(p.databases)} take ${p.taken}, ${p.how}, of the ${p.bandwidth} of ${p.name}: after ${p.absence} away, catching up takes ${p.catchUp}`,
};

/** Something narrow with more writes than it has room for. */
interface Overrun {
  readonly narrow: Narrow;
  /** The passenger whose writes take most. */
  readonly most: Passenger;
  readonly writers: readonly Passenger[];
  /** Writes over what can be written. */
  readonly load: number;
}

/** Reports what writes overrun: once for the database that writes most there, for the worst of its links. */
export function checkLinkWrites(
  plan: Plan,
  guaranteed: boolean,
  report: Report<typeof linkWritesMessages>,
): void {
  for (const [database, overruns] of overrunsByWriter(plan)) {
    const writing = writingOf(database);
    if (!writing || isGuaranteed(database) !== guaranteed) continue;
    const [worst, ...others] = overruns.sort((a, b) => b.load - a.load);
    if (worst) reportOverrun(worst, others, writing, report);
  }
}

function isGuaranteed({ sizingRequest }: DatabasePlan): boolean {
  return sizingRequest.mode === 'guaranteed';
}

/** A guarantee that does not hold is named before a target that is missed. */
function overrunsByWriter(plan: Plan): Map<DatabasePlan, Overrun[]> {
  const byWriter = new Map<DatabasePlan, Overrun[]>();
  for (const narrow of linkBudgets(plan).narrow) {
    if (!isOverrun(narrow)) continue;
    const writers = narrow.passengers.filter(({ replication = 0 }) => replication > 0);
    const sure = writers.filter(({ database }) => isGuaranteed(database));
    const [first, ...rest] = sure.length > 0 ? sure : writers;
    if (!first) continue;
    const most = rest.reduce((a, b) => ((b.replication ?? 0) > (a.replication ?? 0) ? b : a), first);
    const load = narrow.replication / usableRate(narrow.bandwidth);
    const present = byWriter.get(most.database) ?? [];
    present.push({ narrow, most, writers, load });
    byWriter.set(most.database, present);
  }
  return byWriter;
}

function reportOverrun(
  worst: Overrun,
  others: readonly Overrun[],
  { writeRate, rideOut, absence, rateSpan }: Writing,
  report: Report<typeof linkWritesMessages>,
): void {
  const { narrow, most, writers, load } = worst;
  const names = [
    most.database.name,
    ...writers.filter((each) => each !== most).map(({ database }) => database.name),
  ];
  const { receivers } = most;
  const share: Share = {
    databases: names,
    taken: bandwidthText(wireRate(narrow.replication)),
    how: `${names.length > 1 ? `${most.database.name} ` : ''}${rateText(writeRate)} a second to ${receivers === 1 ? 'one replica' : `each of ${receivers} replicas`}`,
    name: narrow.name,
    bandwidth: narrow.written,
  };
  const { catchUp = 0 } = timesThrough(narrow, mebibytes(0), rideOut);
  const open =
    load >= 1
      ? report('full', share)
      : report('behind', { ...share, absence, catchUp: durationText(catchUp) });
  open.at(rateSpan).related(narrow.span, `needs ${needed(narrow)}`);
  for (const { narrow: also } of others) open.related(also.span, `needs ${needed(also)}`);
  for (const { database } of writers) {
    const writing = database === most.database ? undefined : writingOf(database);
    if (writing) open.related(writing.rateSpan, `the writes of ${database.name}`);
  }
  const rate = Math.min(...[worst, ...others].map(mostOf));
  const wider = widerText(narrow, bandwidthForWrites(narrow.replication));
  open.fix(rate < 1024 ? wider : `${wider}, or write at most ${rateText(bytesPerSecond(rate))} a second`);
}

function needed({ replication }: Narrow): string {
  return bandwidthText(bandwidthForWrites(replication));
}

/** What may be written so that it fits beside the others. */
function mostOf({ narrow, most }: Overrun): number {
  const others = bytesPerSecond(narrow.replication - (most.replication ?? 0));
  return mostWritten(narrow.bandwidth, most.receivers, others);
}
