import { secondsWords } from '../../report/survival/duration-words.js';
import { type Effect, effectOf } from '../../report/survival/effect.js';
import { type SurvivalEntry, storeOf } from '../../report/survival/entries.js';
import { summaryOf, summaryWords } from '../../report/survival/summary.js';
import {
  doubleLosses,
  fateWords,
  givenText,
  includes,
  judge,
  type Loss,
  type Outcome,
  outcomeWords,
  singleLosses,
} from '../../survival/index.js';
import type { Table } from '../size/tables.js';
import { type Page, toneOf, worstTone } from './page.js';

/** What one failure of a table comes to. */
export interface Failure {
  readonly losses: readonly Loss[];
  readonly effect: Effect;
}

/** Every failure of a database, or of the first of those alike. */
export interface AllFailures {
  readonly entry: SurvivalEntry;
  readonly singles: readonly Failure[];
  /** Two at once that stop writes or risk data though neither does it alone; undefined when they are not asked for. */
  readonly pairs: readonly Failure[] | undefined;
  /** What was not tried, or is not listed. */
  readonly leftOut: readonly string[];
}

/** Pairs that are kept. */
const mostPairs = 2000;
/** Rows of a table for people. */
const mostRows = 60;

/** Judges everything that can be lost, one at a time, and two at a time when that is asked for. */
export function allFailures(entry: SurvivalEntry, inPairs: boolean): AllFailures {
  const { landscape } = entry;
  const [subject] = entry.subjects;
  const { database } = subject;
  const leftOut: string[] = [];
  const singles = singleLosses(database, landscape);
  const outcomes = new Map<Loss, Outcome>();
  const failures = singles.failures.map((loss): Failure => {
    const happening = { losses: [loss], manner: 'crash' } as const;
    const outcome = judge(database, landscape, happening);
    outcomes.set(loss, outcome);
    return { losses: [loss], effect: effectOf(entry.plan, subject, outcome, happening) };
  });
  if (singles.leftOut !== undefined) leftOut.push(singles.leftOut);
  if (!inPairs) return { entry, singles: failures, pairs: undefined, leftOut };
  const doubles = doubleLosses(database, landscape, singles);
  if (doubles.leftOut !== undefined && doubles.leftOut !== singles.leftOut) leftOut.push(doubles.leftOut);
  const pairs: Failure[] = [];
  let more = 0;
  for (const losses of doubles.failures) {
    const happening = { losses, manner: 'crash' } as const;
    const outcome = judge(database, landscape, happening);
    const parts = losses.flatMap((loss) => outcomes.get(loss) ?? []);
    if (!isWorse(outcome, parts)) continue;
    if (pairs.length < mostPairs)
      pairs.push({ losses, effect: effectOf(entry.plan, subject, outcome, happening) });
    else more += 1;
  }
  if (more > 0) leftOut.push(`${more} more pairs`);
  return { entry, singles: failures, pairs, leftOut };
}

/** Whether it stops writes or risks data, and none of its parts does so alone. */
function isWorse(outcome: Outcome, parts: readonly Outcome[]): boolean {
  const stops = outcome.writes === 'stop' && parts.every(({ writes }) => writes === 'continue');
  const risks = outcome.data !== 'safe' && parts.every(({ data }) => data === 'safe');
  return stops || risks;
}

/** A table of all failures for each database. */
export function allPage(all: readonly AllFailures[]): Page {
  const [first] = all;
  const remarks: string[] = [];
  if (!first) return { answer: 'no database is compiled here', tone: 'good', tables: [], remarks };
  const tables = all.flatMap((each) => {
    const { entry, singles, pairs, leftOut } = each;
    for (const text of leftOut)
      remarks.push(`${all.length === 1 ? '' : `${entry.name}: `}not among them: ${text}`);
    if (entry.fleet !== undefined)
      remarks.push(
        `${all.length === 1 ? '' : `${entry.name}: `}${storeOf(entry.subjects[0])} stands for each of the ${entry.subjects.length} clusters of ${entry.fleet}`,
      );
    const title = all.length === 1 ? '' : `${entry.name}: ${summaryWords(summaryOf(entry))}`;
    return [
      tableOf(title, '--lose', singles, each, remarks),
      ...(pairs === undefined
        ? []
        : [tableOf(pairTitle, '--lose both', smallest(pairs, each), each, remarks)]),
    ];
  });
  const stopping = all.filter(({ singles }) => stopsOf(singles) > 0);
  const answer =
    all.length === 1
      ? `${first.entry.name}: ${summaryWords(summaryOf(first.entry))}`
      : `${stopping.length} of ${all.length} databases stop taking writes after some single failure`;
  const chance = all.some(({ singles }) => singles.some(({ effect }) => effect.atWorst));
  if (chance) remarks.push('* at worst: the scheduler chooses where in a cluster replicas run');
  remarks.push(legend);
  return {
    answer,
    tone: worstTone(all.flatMap(({ singles }) => singles.map(({ effect }) => toneOf(effect.outcome)))),
    tables: tables.filter(({ rows }) => rows.length > 0),
    remarks,
  };
}

const pairTitle = 'two at once that stop writes or risk data though neither does alone, the smallest';

/** Pairs among which the smallest are looked for. */
const mostCompared = 600;

/** Pairs of which no other does the same with less. */
function smallest(pairs: readonly Failure[], { entry: { landscape } }: AllFailures): readonly Failure[] {
  if (pairs.length > mostCompared) return pairs;
  const covers = (larger: Loss | undefined, smaller: Loss | undefined): boolean =>
    larger !== undefined &&
    smaller !== undefined &&
    (larger === smaller || includes(larger, smaller, landscape));
  const isSmaller = ({ losses: [a, b] }: Failure, { losses: [c, d] }: Failure): boolean =>
    (covers(c, a) && covers(d, b)) || (covers(c, b) && covers(d, a));
  const doesAsMuch = (one: Failure, other: Failure): boolean =>
    one.effect.outcome.verdict === other.effect.outcome.verdict;
  return pairs.filter(
    (pair) => !pairs.some((other) => other !== pair && doesAsMuch(other, pair) && isSmaller(other, pair)),
  );
}

const legend =
  'RTO: how long writes wait; a time is that of noticing, and agreeing takes a moment more. RPO: what is lost of the commits that were answered (volumes: as much as of the lost volumes).';

function stopsOf(failures: readonly Failure[]): number {
  return failures.filter(({ effect }) => effect.outcome.writes === 'stop').length;
}

function tableOf(
  title: string,
  head: string,
  failures: readonly Failure[],
  { entry }: AllFailures,
  remarks: string[],
): Table {
  // Splits are many, and of those that harm nothing it is enough to say how many they are.
  const kept = failures.filter(
    ({ losses, effect }) =>
      failures.length <= mostRows ||
      losses.every(({ kind }) => kind !== 'split') ||
      effect.outcome.verdict !== 'writes-go-on',
  );
  const shown = kept.slice(0, mostRows);
  const harmless = failures.length - kept.length;
  if (harmless > 0) remarks.push(`${harmless} splits into two groups after which writes go on are not shown`);
  if (kept.length > shown.length)
    remarks.push(`${kept.length - shown.length} more rows: --format json has them all`);
  return {
    title,
    heads: true,
    columns: [{ name: head }, { name: 'then' }, { name: 'RTO' }, { name: 'RPO' }, { name: 'why' }],
    rows: shown.map(({ losses, effect }) => [
      `${losses.map((loss) => givenText(loss, entry.landscape)).join(' + ')}${effect.atWorst ? ' *' : ''}`,
      fateWords(effect.outcome),
      recoveryTime(effect),
      recoveryPoint(effect.outcome),
      why(effect.outcome),
    ]),
  };
}

function why(outcome: Outcome): string {
  const { controlPlane, verdict } = outcome;
  const words = outcomeWords(outcome);
  return controlPlane === 'lost' && verdict !== 'control-plane-lost'
    ? `${words}; the hub is lost too`
    : words;
}

/** How long writes wait: `0`, `15 s`, `its return`. */
export function recoveryTime({ resumption: { by, seconds } }: Pick<Effect, 'resumption'>): string {
  if (seconds !== undefined) return seconds === 0 ? '0' : secondsWords(seconds);
  switch (by) {
    case 'operator':
      return 'operator';
    case 'person':
      return 'by hand';
    case 'itself':
      return 'seconds';
    default:
      return 'its return';
  }
}

/** What is lost of answered commits: `0`, `> 0`. */
export function recoveryPoint({ data }: Pick<Outcome, 'data'>): string {
  const words = { safe: '0', 'unsent-commits': '> 0', 'copies-lost': 'volumes' } as const;
  return words[data];
}
