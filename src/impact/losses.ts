import {
  clusterNamed,
  fateWords,
  givenText,
  includes,
  judge,
  type Landscape,
  type Loss,
  lossText,
  lossWords,
  membersByCluster,
  type Outcome,
  outcomeWords,
  singleLosses,
  standsOn,
  zoneName,
} from '../survival/index.js';
import type { LossChanges, Standing } from './judged.js';
import type { Fate, LossChange, LossName } from './model.js';

/** A loss as each side has it: what is lost is the same, so that a landscape of which the file only says more changes nothing. */
interface Candidate {
  readonly loss: Loss;
  /** The side that the loss is named by. */
  readonly landscape: Landscape;
  readonly before: readonly Loss[];
  readonly after: readonly Loss[];
}

/** A candidate that came to something else. */
interface Altered extends Candidate {
  readonly outcomes: { readonly before: Outcome; readonly after: Outcome };
  readonly what: LossChange['what'];
}

/** Partings of the network that are tried; of 8 clusters there are 127. */
const mostSplits = 127;

/** How a loss is named; `store` is the cluster that stands for all of a fleet. */
export function nameOf(loss: Loss, landscape: Landscape, store: string | undefined): LossName {
  const words = lossWords(loss, landscape);
  return {
    text: givenText(loss, landscape),
    words: store === undefined ? words : words.replaceAll(store, 'its cluster'),
  };
}

/** Every single loss on either side that comes to something else on the other: the smallest of what is worse, the largest of what is better. */
export function comparedLosses(
  before: Standing,
  after: Standing,
  store: string | undefined = undefined,
): LossChanges {
  const { candidates, leftOut } = candidatesOf(before, after);
  const worse: Altered[] = [];
  const better: Altered[] = [];
  for (const candidate of candidates) {
    const outcomes = {
      before: outcomeOf(before, candidate.before),
      after: outcomeOf(after, candidate.after),
    };
    const lost = whatIsWorse(outcomes.before, outcomes.after);
    const gained = whatIsWorse(outcomes.after, outcomes.before);
    if (lost.length > 0) worse.push({ ...candidate, outcomes, what: lost });
    if (gained.length > 0) better.push({ ...candidate, outcomes, what: gained });
  }
  const told = ({ loss, landscape, outcomes, what, before: own }: Altered): LossChange => ({
    ...nameOf(loss, landscape, store),
    what,
    before: fateOf(outcomes.before),
    after: fateOf(outcomes.after),
    stoodThere: own.some((each) => standsOn(before.database, each, before.landscape)),
  });
  return {
    worse: extremes(worse, (one, other) => isWithin(other, one) || isNodeOf(other, one)).map(told),
    better: extremes(better, isWithin).map(told),
    leftOut,
  };
}

function candidatesOf(before: Standing, after: Standing) {
  const [old, young] = [lossesOf(before), lossesOf(after)];
  const known = new Set(young.losses.map(lossText));
  const candidates = young.losses.map((loss): Candidate => {
    const { landscape } = after;
    return { loss, landscape, before: asIn(loss, landscape, before.landscape), after: [loss] };
  });
  for (const loss of old.losses) {
    const there = asIn(loss, before.landscape, after.landscape);
    const [only, ...others] = there;
    if (only && others.length === 0 && known.has(lossText(only))) continue;
    candidates.push({ loss, landscape: before.landscape, before: [loss], after: there });
  }
  const leftOut = [...new Set([old.leftOut, young.leftOut].filter((text) => text !== undefined))];
  return { candidates, leftOut: leftOut.length === 0 ? undefined : leftOut.join(', ') };
}

/** What is tried. A cluster that is cut off fares as one that is lost. */
function lossesOf({ database, landscape }: Standing) {
  const { failures, leftOut } = singleLosses(database, landscape);
  const splits = failures.filter((loss) => loss.kind === 'split' && loss.group.length > 1);
  const others = failures.filter(({ kind }) => kind !== 'split');
  if (splits.length <= mostSplits) return { losses: [...others, ...splits], leftOut };
  const count = membersByCluster(database).size;
  return { losses: others, leftOut: `splits of ${count} clusters into two groups` };
}

/** The same thing in the terms of another landscape; nothing where it has nothing of it. */
function asIn(loss: Loss, own: Landscape, other: Landscape): readonly Loss[] {
  if (own === other) return [loss];
  if (loss.kind === 'region')
    return own.clusters.flatMap(({ name, region }) =>
      region === loss.region ? [{ kind: 'cluster', cluster: name } as const] : [],
    );
  if (loss.kind !== 'zone') return [loss];
  const standing = own.clusters.filter(({ zones }) => zones.some(({ id }) => id === loss.zone));
  // The zone of an arbitrator, which no cluster lists.
  if (standing.length === 0) return [loss];
  const found = new Map<string, Loss>();
  for (const { name } of standing) {
    const { zones } = clusterNamed(other, name);
    const same = zones.find((zone) => zone.name === zoneName(loss.zone));
    // A cluster that lists no zones counts as one.
    if (zones.length === 0) found.set(name, { kind: 'cluster', cluster: name });
    else if (same) found.set(same.id, { kind: 'zone', zone: same.id });
  }
  return [...found.values()];
}

function outcomeOf({ database, landscape }: Standing, losses: readonly Loss[]): Outcome {
  return judge(database, landscape, { losses, manner: 'crash' });
}

const reads = ['continue', 'stale', 'stop'] as const satisfies readonly Outcome['reads'][];
const data = ['safe', 'unsent-commits', 'copies-lost'] as const satisfies readonly Outcome['data'][];

function whatIsWorse(before: Outcome, after: Outcome): LossChange['what'] {
  const what: LossChange['what'][number][] = [];
  if (before.writes === 'continue' && after.writes === 'stop') what.push('writes');
  if (reads.indexOf(before.reads) < reads.indexOf(after.reads)) what.push('reads');
  if (data.indexOf(before.data) < data.indexOf(after.data)) what.push('data');
  if (before.controlPlane !== 'lost' && after.controlPlane === 'lost') what.push('control plane');
  return what;
}

/** Those of which no other stands beyond them that says as much. */
function extremes(altered: readonly Altered[], isBeyond: (one: Altered, other: Altered) => boolean) {
  return altered.filter(
    (one) =>
      !altered.some(
        (other) =>
          other !== one &&
          one.what.every((each) => other.what.includes(each)) &&
          isBeyond(one, other) &&
          !isBeyond(other, one),
      ),
  );
}

/** Whether the first is part of the second. */
function isWithin(one: Altered, other: Altered): boolean {
  return includes(other.loss, one.loss, other.landscape);
}

/** Whether the first is a node of a cluster that stands in the zone that the second is: what one node does, its zone does. */
function isNodeOf(one: Altered, other: Altered): boolean {
  if (one.loss.kind !== 'node' || other.loss.kind !== 'zone') return false;
  const { zone } = other.loss;
  return clusterNamed(other.landscape, one.loss.cluster).zones.some(({ id }) => id === zone);
}

function fateOf(outcome: Outcome): Fate {
  const { writes, reads: read, data: kept, controlPlane, verdict } = outcome;
  return {
    writes,
    reads: read,
    data: kept,
    controlPlane,
    verdict,
    words: fateWords(outcome),
    why: outcomeWords(outcome),
  };
}
