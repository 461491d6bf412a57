import { type Plan, survivalOf } from '../../plan/index.js';
import {
  judge,
  type Landscape,
  type Loss,
  lossesWords,
  type Outcome,
  outcomeWords,
  type SurvivalDatabase,
  standsOn,
} from '../../survival/index.js';
import { type Expectation, valueSpan } from '../../topology/index.js';
import { isProblem, lossReader, writtenLosses } from '../expected-losses.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { isLaidOutWrong } from './judged.js';

/** What is expected of a loss is what the model of survival says of it. */
export const expectation = defineRule({
  id: 'survival/expectation',
  severity: 'error',
  why: 'the file says what the layout does when something is lost, and it does otherwise: one of the two is a mistake',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    stop: (p: { databases: readonly string[]; lost: string; left: string }) =>
      `writes to ${firstOf(p.databases)} stop when ${p.lost} lost (${p.left}), and continue is expected`,
    continue: (p: { databases: readonly string[]; lost: string; left: string }) =>
      `writes to ${firstOf(p.databases)} go on when ${p.lost} lost (${p.left}), and stop is expected`,
  },
  checkPlan(plan, report) {
    const { expect = [] } = plan.topology;
    if (expect.length === 0) return;
    const { landscape } = survivalOf(plan);
    const read = lossReader(plan.topology);
    for (const each of expect) {
      const losses = writtenLosses(each).flatMap(({ text }) => {
        const loss = read(text);
        return isProblem(loss) ? [] : [loss];
      });
      const { judged, isOpen } = judgedBy(each, losses, plan);
      const wrong = judged.filter(({ outcome }) => outcome.writes !== each.writes);
      const isOfAll = each.writes === 'continue' || each.databases !== undefined;
      const isMet = isOfAll ? wrong.length === 0 : isOpen || wrong.length < judged.length;
      const [first] = wrong;
      // Where no database stands it is topology/expectation.
      if (isMet || !first) continue;
      report(first.outcome.writes, {
        databases: wrong.map(({ database }) => database.name),
        lost: lostWords(losses, landscape),
        left: outcomeWords(first.outcome),
      })
        .at(valueSpan(each, 'writes'))
        .fix(each.writes === 'stop' ? 'write continue, if that is meant' : stopFix(losses));
    }
  },
});

/** The goal that covers what is lost has dbspan propose a layout; without one the placement is for people to change. */
function stopFix(losses: readonly Loss[]): string {
  const [first, second] = losses.map(({ kind }) => kind);
  const isPair = losses.length === 2 && new Set([first, second]).size === 2;
  const goal =
    losses.length === 1 && (first === 'node' || first === 'zone' || first === 'cluster')
      ? first
      : isPair && [first, second].every((kind) => kind === 'cluster' || kind === 'node')
        ? 'cluster+1'
        : undefined;
  return goal === undefined
    ? 'write stop, if that is meant; or place more replicas elsewhere'
    : `write stop, if that is meant; or write survive: ${goal} at the database, and dbspan proposes a layout that goes on`;
}

interface Result {
  readonly database: SurvivalDatabase;
  readonly outcome: Outcome;
}

interface Results {
  readonly judged: readonly Result[];
  /** True when one of them is laid out wrong: some other finding comes first. */
  readonly isOpen: boolean;
}

/** The databases an expectation is about: those that are named, else those that stand on what is lost. */
function judgedBy({ databases }: Expectation, losses: readonly Loss[], plan: Plan): Results {
  const { landscape, subjects } = survivalOf(plan);
  const named = databases && new Set(databases);
  const judged: Result[] = [];
  let isOpen = false;
  for (const { database, plans } of subjects) {
    const isMeant = named
      ? named.has(database.name)
      : losses.some((loss) => standsOn(database, loss, landscape));
    if (!isMeant) continue;
    if (isLaidOutWrong({ database, plans }, landscape)) isOpen = true;
    else judged.push({ database, outcome: judge(database, landscape, { losses, manner: 'crash' }) });
  }
  return { judged, isOpen };
}

/** `fra is`, `fra and ams are`. */
function lostWords(losses: readonly Loss[], landscape: Landscape): string {
  return `${lossesWords(losses, landscape)} ${losses.length === 1 ? 'is' : 'are'}`;
}
