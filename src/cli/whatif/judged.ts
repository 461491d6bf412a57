import { type Plan, type SurvivalSubject, survivalOf } from '../../plan/index.js';
import { type Effect, effectOf } from '../../report/survival/effect.js';
import type { SurvivalEntry } from '../../report/survival/entries.js';
import type { Happening } from '../../report/survival/happening.js';
import { judgeInOrder, type Landscape, type Loss, type Manner, type Outcome } from '../../survival/index.js';
import type { LossByLandscape } from '../losses.js';

/** What happens: things that are lost at one moment, or one after the other. */
export interface Event {
  readonly losses: readonly LossByLandscape[];
  readonly manner: Manner;
  readonly inOrder: boolean;
}

/** What becomes of one database: an effect for each step, the last of which is how it ends. */
export interface Judged {
  readonly subject: SurvivalSubject;
  readonly landscape: Landscape;
  /** What is lost at each step. */
  readonly steps: readonly Step[];
  readonly last: Step;
}

/** A step of an event. */
export interface Step extends Happening {
  /** What this step loses; `losses` are all up to it. */
  readonly own: readonly Loss[];
  readonly effect: Effect;
}

/** What becomes of the databases of an entry. */
export function judgeEntry({ plan, subjects, landscape }: SurvivalEntry, event: Event): Judged[] {
  const losses = event.losses.flatMap((each) => each.get(landscape) ?? []);
  const happenings = event.inOrder && losses.length > 0 ? losses.map((loss) => [loss]) : [losses];
  return subjects.map((subject) => judgeSubject(plan, subject, happenings, event.manner));
}

function judgeSubject(
  plan: Plan,
  subject: SurvivalSubject,
  happenings: readonly (readonly Loss[])[],
  manner: Manner,
): Judged {
  const { landscape } = survivalOf(plan);
  const outcomes = judgeInOrder(
    subject.database,
    landscape,
    happenings.map((losses) => ({ losses, manner })),
  );
  /** What comes of a step whose servers count as crashed, when those before it left in order. */
  const crashedAt = (last: number): Outcome => {
    const until = happenings.slice(0, last + 1);
    const judged = judgeInOrder(
      subject.database,
      landscape,
      until.map((each, index) => ({ losses: each, manner: index === last ? 'crash' : manner })),
    );
    const outcome = judged.at(-1);
    if (!outcome) throw new Error('an event has at least one step');
    return outcome;
  };
  const steps: Step[] = [];
  let losses: readonly Loss[] = [];
  let missed: readonly Loss[] = [];
  let gone = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const own = happenings[index] ?? [];
    const count = outcome.lost.length - gone;
    gone = outcome.lost.length;
    losses = [...losses, ...own];
    missed = [...missed, ...own];
    const effect = effectOf(plan, subject, outcome, {
      losses,
      manner,
      missed,
      ...(manner === 'leave' && count > 0 ? { leaving: { count, crashed: crashedAt(index) } } : {}),
    });
    steps.push({ own, losses, manner, effect });
    if (outcome.writes === 'continue') missed = [];
  }
  const last = steps.at(-1);
  if (!last) throw new Error('an event has at least one step');
  return { subject, landscape, steps, last };
}

/** Whether a database notices nothing at all. */
export function isUntouched({ steps }: Judged): boolean {
  return steps.every(
    ({ effect: { outcome } }) =>
      outcome.reason === 'untouched' &&
      outcome.lost.length === 0 &&
      outcome.idle.length === 0 &&
      outcome.controlPlane !== 'lost' &&
      outcome.unmanaged.length === 0,
  );
}

/** Databases of an entry that fare alike, the first of them in full. */
export function alike(judged: readonly Judged[]): (readonly [Judged, ...Judged[]])[] {
  const groups = new Map<string, [Judged, ...Judged[]]>();
  for (const each of judged) {
    const key = each.steps.map(signature).join(' ');
    const present = groups.get(key);
    if (present) present.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function signature({ effect: { outcome } }: Step): string {
  const { verdict, reason, writes, reads, data, controlPlane, votes, serving, idle, lost } = outcome;
  return [
    verdict,
    reason,
    writes,
    reads,
    data,
    controlPlane,
    votes.left,
    votes.total,
    serving.length,
    idle.length,
    lost.length,
  ].join('/');
}
