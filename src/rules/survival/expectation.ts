import { type Plan, survivalOf } from '../../plan/index.js';
import {
  judge,
  type Landscape,
  type Loss,
  lossesWords,
  type Outcome,
  outcomeWords,
  type SurvivalDatabase,
} from '../../survival/index.js';
import { type Expectation, valueSpan } from '../../topology/index.js';
import { isProblem, lossReader, standsOn, writtenLosses } from '../expected-losses.js';
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
      const judged = judgedBy(each, losses, plan);
      const wrong = judged.filter(({ outcome }) => outcome.writes !== each.writes);
      const isMet =
        each.writes === 'continue' || each.databases ? wrong.length === 0 : wrong.length < judged.length;
      const [first] = wrong;
      // Where no database stands it is topology/expectation.
      if (isMet || !first) continue;
      report(first.outcome.writes, {
        databases: wrong.map(({ database }) => database.name),
        lost: lostWords(losses, landscape),
        left: outcomeWords(first.outcome),
      })
        .at(valueSpan(each, 'writes'))
        .fix(
          each.writes === 'stop'
            ? 'write continue, if that is meant'
            : 'write stop, if that is meant; or survive at the database, and dbspan proposes a layout that goes on',
        );
    }
  },
});

interface Result {
  readonly database: SurvivalDatabase;
  readonly outcome: Outcome;
}

/** The databases an expectation is about: those that are named, else those that stand on what is lost. Some other finding comes first. */
function judgedBy({ databases }: Expectation, losses: readonly Loss[], plan: Plan): Result[] {
  const { landscape, subjects } = survivalOf(plan);
  const named = databases && new Set(databases);
  const results: Result[] = [];
  for (const { database, plans } of subjects) {
    const isMeant = named
      ? named.has(database.name)
      : losses.some((loss) => standsOn(database, loss, landscape));
    if (!isMeant || isLaidOutWrong({ database, plans }, landscape)) continue;
    results.push({ database, outcome: judge(database, landscape, { losses, manner: 'crash' }) });
  }
  return results;
}

/** `fra is`, `fra and ams are`. */
function lostWords(losses: readonly Loss[], landscape: Landscape): string {
  return `${lossesWords(losses, landscape)} ${losses.length === 1 ? 'is' : 'are'}`;
}
