import {
  bandwidthText,
  durationText,
  goodTransferRate,
  type Milliseconds,
  rateText,
  roughSizeText,
} from '../sizing/index.js';
import { joined } from '../survival/index.js';
import type { DatabaseTimes } from './times.js';
import type { CommitTime } from './times-commit.js';
import type { CatchUp, CopyTime } from './times-copies.js';
import type { Detection } from './times-detection.js';
import type { Outgoing, Traffic } from './times-traffic.js';

/** One line about a database's times. */
export interface TimeRow {
  readonly topic: 'commit' | 'detection' | 'full copy' | 'catching up' | 'traffic';
  /** Undefined when it holds for the whole database. */
  readonly cluster: string | undefined;
  readonly text: string;
}

/** The times of a database as people read them, in the order of {@link TimeRow.topic}. */
export function timeRows(times: DatabaseTimes): TimeRow[] {
  const { detection, movedByHand, catchUp, traffic } = times;
  const rows = commitRows(times.commit);
  rows.push({ topic: 'detection', cluster: undefined, text: detectionText(detection) });
  if (movedByHand) {
    const text = 'between clusters nobody decides: a person moves the primary';
    rows.push({ topic: 'detection', cluster: undefined, text });
  }
  for (const copy of times.copies)
    rows.push({ topic: 'full copy', cluster: copy.cluster, text: copyText(copy) });
  if (catchUp) rows.push({ topic: 'catching up', cluster: undefined, text: catchUpText(catchUp) });
  if (traffic) {
    for (const each of traffic.out)
      rows.push({ topic: 'traffic', cluster: each.cluster, text: trafficText(each, traffic) });
  }
  return rows;
}

/** `7 ms`, `2.5 ms`, `1.2 s`. */
export function latencyText(time: Milliseconds): string {
  if (time >= 1000) return `${Math.round(time / 100) / 10} s`;
  return `${time < 10 ? Math.round(time * 10) / 10 : Math.round(time)} ms`;
}

/** `142`, `4.5`: rounded down, as it is the most. */
export function perSecondText(number: number): string {
  return String(number < 10 ? Math.floor(number * 10) / 10 : Math.floor(number));
}

function commitRows(commit: readonly CommitTime[]): TimeRow[] {
  const [first] = commit;
  if (first && commit.every(({ roundTrip, waitsFor }) => roundTrip === 0 && waitsFor === first.waitsFor))
    return [{ topic: 'commit', cluster: undefined, text: withinText(first) }];
  const rows = commit.map((each): TimeRow => {
    return { topic: 'commit', cluster: each.cluster, text: commitText(each) };
  });
  if (
    commit.some(({ waitsFor, mostPerSecond }) => waitsFor === 'every-member' && mostPerSecond !== undefined)
  )
    rows.push({
      topic: 'commit',
      cluster: undefined,
      text: 'a row that several clusters change is limited like one connection',
    });
  return rows;
}

function withinText({ waitsFor }: CommitTime): string {
  switch (waitsFor) {
    case 'nobody':
      return 'waits for no other replica';
    case 'one-standby':
      return 'waits for a replica on the same cluster';
    case 'every-member':
      return 'waits for all replicas, which are on one cluster';
  }
}

function commitText(commit: CommitTime): string {
  const { roundTrip, answeredFrom, mostPerSecond, unknown } = commit;
  const unsaid = joined(unknown.map(([, other]) => other));
  if (roundTrip === undefined) return `unknown: links says no round trip to ${unsaid}`;
  if (roundTrip === 0 || answeredFrom === undefined || mostPerSecond === undefined) return withinText(commit);
  const least = `at least ${latencyText(roundTrip)}, the round trip to ${answeredFrom}; one connection commits at most ${perSecondText(mostPerSecond)} times a second`;
  return unknown.length === 0 ? least : `${least}; links says no round trip to ${unsaid}`;
}

/** Silence after which an eviction was measured, and what was measured. */
const measured = { silence: 5, text: '5.4 to 6.6 s' } as const;

function detectionText(detection: Detection): string {
  switch (detection.by) {
    case 'group': {
      const tried = detection.silence === measured.silence ? ` (${measured.text} measured)` : '';
      return `a replica that falls silent is given up after ${durationText(detection.silence)}${tried}; commits wait meanwhile`;
    }
    case 'election':
      return `a new primary is elected after ${secondsText(detection.silence)} to ${secondsText(detection.upTo)} s of silence`;
    case 'operator':
      return `another replica is promoted when the primary was not ready for ${durationText(detection.silence)}; a dead node is noticed by Kubernetes after 40 s or more`;
    case 'nobody':
      return 'nothing takes over: the server itself has to come back';
  }
}

function secondsText(seconds: number): string {
  return String(Math.round(seconds * 10) / 10);
}

function copyText({ data, said, near, far, unknown }: CopyTime): string {
  const ways: string[] = [];
  if (near !== undefined)
    ways.push(`${durationText(near)} from a replica of the same cluster at ${goodTransferRate}Mi a second`);
  const unsaid = `links says no bandwidth to ${joined(unknown.map(([, other]) => other))}`;
  if (far) {
    const pace = `${far.through} at ${bandwidthText(far.bandwidth)}${far.besideWrites ? ' beside the writes' : ''}`;
    const also = unknown.length === 0 ? '' : `; ${unsaid}`;
    ways.push(
      far.time === undefined
        ? `never from another cluster, as the writes fill ${pace}`
        : `${also && 'at least '}${durationText(far.time)} from another cluster through ${pace}${also}`,
    );
  } else if (unknown.length > 0) {
    ways.push(`for an unknown time from another cluster, as ${unsaid}`);
  }
  return `${said ? '' : 'up to '}${roughSizeText(data)}: ${ways.join(', or ')}`;
}

function catchUpText({ gcache, window }: CatchUp): string {
  const size = `a gcache of ${roughSizeText(gcache)}`;
  return window === undefined
    ? `${size}; how long that lasts follows from sizing.gcache.writeRate, which is not given`
    : `${size} bridges an absence of ${durationText(window)}; a longer one costs a full copy`;
}

function trafficText({ perDay, withSegments, to }: Outgoing, { writeRate, said }: Traffic): string {
  const written = `${said ? 'at' : 'for every'} ${rateText(writeRate)} of writes a second`;
  const flows = joined(
    to.map(({ cluster, copies }) => `${copies} ${copies === 1 ? 'copy' : 'copies'} to ${cluster}`),
  );
  const text = `${roughSizeText(perDay)} a day ${written}, if all are made there: ${flows}`;
  if (withSegments === undefined || withSegments === perDay) return text;
  return `${text}; ${roughSizeText(withSegments)} with a segment for each cluster, and KubeDB gives all replicas one configuration`;
}
