import { type DatabaseTimes, latencyText } from '../plan/index.js';
import { durationText, type Mebibytes, roughSizeText, type Seconds, sizeText } from '../sizing/index.js';
import { goals, goalWords } from '../survival/index.js';
import type { DatabaseState, Difference, DifferenceTopic } from './model.js';

/** What differs between two states of a database, in the order in which it is told. */
export function differencesOf(before: DatabaseState, after: DatabaseState): Difference[] {
  const found: Difference[] = [];
  for (const [topic, read] of Object.entries(readers) as [DifferenceTopic, Reader][]) {
    const [from, to] = [read(before), read(after)];
    if (from.text === to.text) continue;
    found.push({ topic, before: from.text, after: to.text, tone: toneOf(from.worth, to.worth) });
  }
  return found;
}

/** A value as people read it. `worth`: more of it is better; undefined where that is no question, or nobody knows. */
interface Reading {
  readonly text: string | undefined;
  readonly worth?: number | undefined;
}

type Reader = (state: DatabaseState) => Reading;

const readers: Readonly<Record<DifferenceTopic, Reader>> = {
  provider: ({ provider }) => ({ text: provider }),
  engine: ({ engine }) => ({ text: engine }),
  version: ({ version }) => ({ text: version }),
  replication: ({ replication }) => ({ text: replication }),
  replicas: ({ replicas, sites }) => ({
    text: sites === 1 ? String(replicas) : `${replicas} on each of ${sites} clusters`,
  }),
  placement: ({ places, fleet }) => ({ text: placementText(places, fleet) }),
  'asked to survive': ({ survival: { asked } }) => ({
    text: asked === undefined ? undefined : goalWords(asked),
    worth: goals.indexOf(asked ?? 'none'),
  }),
  survives: ({ survival: { met } }) => ({ text: goalWords(met), worth: goals.indexOf(met) }),
  memory: ({ memory }) => ({ text: sizeOf(memory) }),
  cpu: ({ cpu }) => ({ text: cpu === undefined ? undefined : String(cpu) }),
  volume: ({ storage }) => ({ text: sizeOf(storage) }),
  'buffer pool': ({ server: { pool } }) => ({ text: sizeOf(pool), worth: pool }),
  connections: ({ server: { connections } }) => ({ text: String(connections), worth: connections }),
  gcache: ({ server: { gcache } }) => ({ text: sizeOf(gcache), worth: gcache }),
  'WAL for standbys': ({ server: { keptWal } }) => ({ text: sizeOf(keptWal), worth: keptWal }),
  // What is chosen fills the memory but for a rounding: only what does not fit is worth a word.
  'memory left': ({ server: { memoryLeft } }) =>
    memoryLeft < -hair ? { text: leftText(memoryLeft), worth: memoryLeft } : { text: undefined, worth: 0 },
  'room for data': ({ server: { dataRoom } }) => ({ text: leftText(dataRoom), worth: dataRoom }),
  'noticing a failure': ({ times }) => detectionOf(times),
  'commit latency': ({ times }) => commitOf(times),
  'full copy': ({ times }) => copyOf(times),
  'catching up': ({ times: { catchUp } }) =>
    catchUp?.window === undefined
      ? { text: undefined }
      : { text: `within ${durationText(catchUp.window)}`, worth: catchUp.window },
  'traffic a day': ({ times: { traffic } }) => trafficOf(traffic),
};

/** What is smaller than the roundings of the arithmetic, in MiB. */
const hair = 0.01;

function toneOf(before: number | undefined, after: number | undefined): Difference['tone'] {
  if (before === undefined || after === undefined || before === after) return 'neutral';
  return after > before ? 'better' : 'worse';
}

function sizeOf(size: Mebibytes | undefined): string | undefined {
  return size === undefined ? undefined : sizeText(size);
}

function leftText(size: Mebibytes | undefined): string | undefined {
  if (size === undefined) return undefined;
  return size < -hair
    ? `${roughSizeText(-size as Mebibytes)} too much`
    : roughSizeText(Math.max(0, size) as Mebibytes);
}

/** `fra 0 and 2, ams 1`; of a fleet its name. */
function placementText(places: DatabaseState['places'], fleet: string | undefined): string {
  return places
    .map(({ cluster, ordinals, arbitrators }) => {
      const all = [...ordinals.map(String), ...(arbitrators > 0 ? ['the arbitrator'] : [])];
      return `${fleet ?? cluster}: ${all.join(', ')}`;
    })
    .join('; ');
}

function detectionOf({ detection }: DatabaseTimes): Reading {
  switch (detection.by) {
    case 'group':
    case 'operator':
      return { text: `after ${secondsText(detection.silence)}`, worth: -detection.silence };
    case 'election':
      return {
        text: `after ${secondsText(detection.silence)} to ${secondsText(detection.upTo)}`,
        worth: -detection.upTo,
      };
    case 'nobody':
      return { text: undefined };
  }
}

function secondsText(seconds: Seconds): string {
  return `${Math.round(seconds * 10) / 10} s`;
}

/** The cluster where a commit takes longest; unknown as soon as one is. */
function commitOf({ commit }: DatabaseTimes): Reading {
  let worst: (typeof commit)[number] | undefined;
  for (const each of commit) {
    if (each.roundTrip === undefined) return { text: 'not known' };
    if (worst?.roundTrip === undefined || each.roundTrip > worst.roundTrip) worst = each;
  }
  if (worst?.roundTrip === undefined) return { text: undefined };
  const { roundTrip, cluster, answeredFrom } = worst;
  const least = worst.unknown.length === 0 ? '' : 'at least ';
  return {
    text:
      answeredFrom === undefined
        ? 'no round trip between clusters'
        : `${least}${latencyText(roundTrip)} (${cluster} to ${answeredFrom})`,
    worth: -roundTrip,
  };
}

/** The slowest copy from another cluster. */
function copyOf({ copies }: DatabaseTimes): Reading {
  let worst: { readonly cluster: string; readonly time: number } | undefined;
  for (const { cluster, far } of copies) {
    if (!far) continue;
    const time = far.time ?? Number.POSITIVE_INFINITY;
    if (!worst || time > worst.time) worst = { cluster, time };
  }
  if (!worst) return { text: undefined };
  const { cluster, time } = worst;
  return {
    text: Number.isFinite(time)
      ? `${durationText(time as Seconds)} to ${cluster}`
      : `never to ${cluster}: writes fill the link`,
    worth: -time,
  };
}

/** What the busiest cluster sends when it takes all writes. */
function trafficOf(traffic: DatabaseTimes['traffic']): Reading {
  if (!traffic) return { text: undefined };
  const most = Math.max(0, ...traffic.out.map(({ perDay }) => perDay)) as Mebibytes;
  return {
    text: `${roughSizeText(most)}${traffic.said ? '' : ' for every 1Mi of writes a second'}`,
    worth: traffic.said ? -most : undefined,
  };
}
