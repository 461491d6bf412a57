import {
  dataWords,
  type Failure,
  goalWords,
  hubWords,
  judge,
  judgeInOrder,
  type Landscape,
  type Loss,
  lossesWords,
  lossWords,
  membersWords,
  type Outcome,
  outcomeWords,
  readsWords,
  type Verdict,
  verdicts,
  verdictWords,
} from '../survival/index.js';
import type { PageData, PageDatabase } from './data.js';
import { goneWith } from './gone.js';
import type { State } from './state.js';

/** What became of one database. */
export interface Result {
  readonly database: PageDatabase;
  /** `shop/orders`, or `orders` where that is enough. */
  readonly name: string;
  readonly outcome: Outcome;
  /** After each loss, one after the other; empty when all happens at once. */
  readonly steps: readonly Outcome[];
}

/** What became of every database, in the order of the page. */
export function resultsOf(data: PageData, state: State): Result[] {
  const { landscape } = data;
  const named = new Map<string, number>();
  for (const { survival } of data.databases) named.set(survival.name, (named.get(survival.name) ?? 0) + 1);
  return data.databases.map((database) => {
    const { survival } = database;
    const steps = isStepwise(state) ? judgeInOrder(survival, landscape, stepsOf(state)) : [];
    return {
      database,
      name: nameOf(database, (named.get(survival.name) ?? 0) > 1),
      outcome: steps.at(-1) ?? judge(survival, landscape, { losses: state.lost, manner: state.manner }),
      steps,
    };
  });
}

/** Of several that are alike the one that is judged, by its cluster. */
function nameOf({ survival, alike }: PageDatabase, several: boolean): string {
  const { name, namespace, members } = survival;
  const full = several ? `${namespace}/${name}` : name;
  return alike > 0 ? `${full} on ${members[0]?.cluster ?? ''}` : full;
}

function isStepwise({ inOrder, lost }: State): boolean {
  return inOrder && lost.length > 0;
}

function stepsOf({ lost, manner }: State): Failure[] {
  return lost.map((loss) => ({ losses: [loss], manner }));
}

/** The cells of the table, all of them text. */
export interface Cells {
  readonly verdict: string;
  readonly writes: string;
  readonly votes: string;
  readonly reads: string;
  readonly data: string;
  readonly left: readonly string[];
  readonly why: readonly string[];
}

export function cellsOf({ database, outcome }: Result, state: State, landscape: Landscape): Cells {
  const { votes, serving, idle, lost, writes, failover } = outcome;
  const left: string[] = [];
  if (serving.length > 0) left.push(`${membersWords(serving)}`);
  if (idle.length > 0) left.push(`${idleWord(outcome)}: ${membersWords(idle)}`);
  if (lost.length > 0)
    left.push(`${isByChance(state, landscape) ? 'lost at worst' : 'lost'}: ${membersWords(lost)}`);
  const why = [outcomeWords(outcome)];
  if (failover) why.push('if the primary is among those that are out, another takes over');
  const hub = hubWords(outcome, landscape);
  if (hub !== undefined) why.push(`the hub: ${hub}`);
  return {
    verdict: verdictWords(outcome.verdict),
    writes: writes === 'continue' ? 'go on' : 'stop',
    votes:
      votes.total === 0 ? 'nobody votes' : `${votes.left} of ${votes.total} left, ${votes.needed} needed`,
    reads: readsWords(database.survival, outcome),
    data: dataWords(database.survival, outcome),
    left,
    why,
  };
}

/** Whether the scheduler's choice of nodes and zones decides who is hit: then the worst is taken. */
function isByChance({ lost }: State, landscape: Landscape): boolean {
  const { clusters } = goneWith(lost, landscape);
  return lost.some((loss) => {
    if (loss.kind === 'node') return !clusters.has(loss.cluster);
    if (loss.kind !== 'zone') return false;
    return landscape.clusters.some(
      ({ name, zones }) => !clusters.has(name) && zones.some(({ id }) => id === loss.zone),
    );
  });
}

/** What a member that runs and may not write is called. */
export function idleWord({ writes }: Outcome): string {
  return writes === 'continue' ? 'cut off' : 'waits';
}

/** `orders: writes stop, 1 of 3 votes left, 2 needed; reads stop too`. */
export function sentenceOf({ name, outcome }: Pick<Result, 'name' | 'outcome'>): string {
  const { writes, reads, data, controlPlane } = outcome;
  const parts = [`${name}: writes ${writes === 'continue' ? 'go on' : 'stop'}, ${outcomeWords(outcome)}`];
  if (reads === 'stop') parts.push('reads stop too');
  if (reads === 'stale') parts.push('stale reads go on');
  if (data === 'unsent-commits') parts.push('the last answered commits may be lost');
  if (data === 'copies-lost') parts.push('no copy of the data is left running');
  if (controlPlane === 'lost') parts.push('the control plane is lost');
  return parts.join('; ');
}

/** Whether anything of a database was hit. */
export function isTouched({ outcome, steps }: Result): boolean {
  const hit = ({ reason, verdict, unmanaged, relayed }: Outcome): boolean =>
    reason !== 'untouched' || verdict !== 'writes-go-on' || unmanaged.length > 0 || relayed;
  return hit(outcome) || steps.some(hit);
}

/** Everything in one line. */
export function headlineOf(
  results: readonly Result[],
  { lost, inOrder, manner }: State,
  landscape: Landscape,
): string {
  if (lost.length === 0) return 'Nothing is lost.';
  const what = inOrder
    ? lost.map((loss) => lossWords(loss, landscape)).join(', then ')
    : lossesWords(lost, landscape);
  const how = manner === 'leave' ? ' (stopped in order)' : '';
  return `Without ${what}${how}: ${countWords(results)}.`;
}

function countWords(results: readonly Result[]): string {
  const all = results.length;
  const stopped = results.filter(({ outcome }) => outcome.writes === 'stop').length;
  const risk = results.filter(({ outcome }) => outcome.data !== 'safe').length;
  if (all === 0) return 'there is no database';
  const risky = risk === 0 ? '' : all === 1 ? ', data at risk' : `, data of ${risk} at risk`;
  if (stopped === 0) return `writes go on${risky}`;
  if (all === 1) return `writes stop${risky}`;
  if (stopped === all) return `writes of all ${all} databases stop${risky}`;
  return `writes of ${stopped} of ${all} databases stop${risky}`;
}

/** The worst verdict. */
export function worstOf(results: readonly Result[]): Verdict {
  let worst = 0;
  for (const { outcome } of results) worst = Math.max(worst, verdicts.indexOf(outcome.verdict));
  return verdicts[worst] ?? 'writes-go-on';
}

/** What a database is asked to survive, and what it does. */
export function goalText({ goal, survives }: PageDatabase): string {
  const does = survives === 'none' ? 'survives no failure for certain' : `survives ${goalWords(survives)}`;
  return goal === undefined ? does : `goal: ${goal}; ${does}`;
}

/** What each step did: the loss in words, and a sentence per database that it changed. */
export function stepsWords(
  results: readonly Result[],
  { lost }: State,
  landscape: Landscape,
): { readonly loss: string; readonly sentences: readonly string[] }[] {
  return lost.map((loss: Loss, index) => ({
    loss: `lose ${lossWords(loss, landscape)}`,
    sentences: results.flatMap(({ name, steps, database }) => {
      const outcome = steps[index];
      return outcome && isTouched({ name, database, outcome, steps: [] })
        ? [sentenceOf({ name, outcome })]
        : [];
    }),
  }));
}
