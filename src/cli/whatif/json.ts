import { timeRows, timesOf } from '../../plan/index.js';
import type { Effect } from '../../report/survival/effect.js';
import { type SurvivalEntry, storeOf } from '../../report/survival/entries.js';
import { type FullSummary, summaryWords } from '../../report/survival/summary.js';
import { type Loss, lossText, type Member, outcomeWords } from '../../survival/index.js';
import type { AllFailures, Failure } from './all-page.js';
import type { Judged } from './judged.js';
import type { Told } from './lose-page.js';
import { fullSummaries } from './summary-page.js';

// What `--format json` prints beside the findings; `spec/report.schema.json` describes it.

type Json = Readonly<Record<string, unknown>>;

/** What each database survives. Databases of a fleet are one. */
export function summariesToJson(entries: readonly SurvivalEntry[]): Json {
  return { databases: fullSummaries(entries).map(summaryToJson) };
}

function summaryToJson(summary: FullSummary): Json {
  const { entry, asked, met, cuts, leftOut, fewestClusters, fewestReplicas } = summary;
  return {
    ...headOf(entry),
    ...(asked === undefined ? {} : { asked }),
    met,
    cuts: cuts.map(textsOf),
    ...(leftOut === undefined ? {} : { leftOut: [leftOut] }),
    fewestClusters,
    fewestReplicas,
    summary: summaryWords(summary),
    times: timeRows(timesOf(entry.plan, entry.subjects[0])),
  };
}

/** What becomes of every database; those of a fleet one by one. */
export function toldToJson(told: readonly Told[]): Json {
  return {
    databases: told.flatMap(({ entry, judged }) => judged.map((each) => judgedToJson(entry, each))),
  };
}

function judgedToJson(entry: SurvivalEntry, { subject, steps }: Judged): Json {
  return {
    name: entry.name,
    ...(entry.fleet === undefined ? {} : { fleet: entry.fleet, cluster: storeOf(subject) }),
    outcomes: steps.map(({ losses, effect }) => outcomeToJson(losses, effect)),
  };
}

/** Every failure of every database. Databases of a fleet are one. */
export function failuresToJson(all: readonly AllFailures[]): Json {
  return {
    databases: all.map(({ entry, singles, pairs, leftOut }) => ({
      ...headOf(entry),
      outcomes: [...singles, ...(pairs ?? [])].map(failureToJson),
      ...(leftOut.length === 0 ? {} : { leftOut }),
    })),
  };
}

function failureToJson({ losses, effect }: Failure): Json {
  return outcomeToJson(losses, effect);
}

function headOf({ name, fleet, subjects }: SurvivalEntry): Json {
  return { name, ...(fleet === undefined ? {} : { fleet, clusters: subjects.map(storeOf) }) };
}

function outcomeToJson(losses: readonly Loss[], { outcome, resumption, atWorst, notes }: Effect): Json {
  const { verdict, reason, writes, reads, data, controlPlane, votes, failover, relayed, unmanaged } = outcome;
  return {
    lose: textsOf(losses),
    verdict,
    reason,
    why: outcomeWords(outcome),
    writes,
    reads,
    data,
    controlPlane,
    votes,
    resume: {
      by: resumption.by,
      ...(resumption.seconds === undefined ? {} : { seconds: resumption.seconds }),
    },
    serving: outcome.serving.map(memberName),
    idle: outcome.idle.map(memberName),
    lost: outcome.lost.map(memberName),
    atWorst,
    failover,
    relayed,
    unmanaged,
    notes,
  };
}

function memberName({ name, cluster }: Member): Json {
  return { name, cluster };
}

function textsOf(losses: readonly Loss[]): string[] {
  return losses.map(lossText);
}
