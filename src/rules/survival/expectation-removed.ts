import type { Plan } from '../../plan/index.js';
import { lossText } from '../../survival/index.js';
import { type Expectation, headSpan, type Topology, valueSpan } from '../../topology/index.js';
import { isProblem, lossReader, writtenLosses } from '../expected-losses.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** What is expected of a loss stays expected, as long as there is what may be lost. */
export const expectationRemoved = defineRule({
  id: 'survival/expectation-removed',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'every run checked this, and from this commit on nothing does',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    removed: (p: { expectations: readonly string[] }) => `${firstOf(p.expectations)} is expected no more`,
    turned: (p: { lost: string; from: string; to: string }) =>
      `writes are expected to ${p.to} without ${p.lost}, and were expected to ${p.from}`,
  },
  checkChange({ plansBefore = [], plans }, report) {
    const old = new Map(plansBefore.map((plan) => [plan.name, plan]));
    for (const plan of plans) {
      const before = old.get(plan.name);
      if (!before?.topology.expect) continue;
      const { gone, turned } = compared(before, plan);
      for (const { was, is } of turned)
        report('turned', { lost: lostText(is), from: was.writes, to: is.writes })
          .at(valueSpan(is, 'writes'))
          .fix('write it as before, or say in the commit why the loss is borne otherwise now');
      if (gone.length === 0) continue;
      report('removed', {
        expectations: gone.map((each) => `that writes ${each.writes} without ${lostText(each)}`),
      })
        .at(plan.topology.expect ? valueSpan(plan.topology, 'expect') : headSpan(plan.topology))
        .fix('write it again, or accept that it is checked no more');
    }
  },
});

interface Compared {
  readonly gone: readonly Expectation[];
  readonly turned: readonly { readonly was: Expectation; readonly is: Expectation }[];
}

function compared({ topology: before }: Plan, { topology: after }: Plan): Compared {
  const present = new Map((after.expect ?? []).map((each) => [keyOf(each, after) ?? '', each]));
  const names = new Set(after.databases.map(({ name }) => name));
  const gone: Expectation[] = [];
  const turned: { was: Expectation; is: Expectation }[] = [];
  for (const was of before.expect ?? []) {
    const key = keyOf(was, after);
    // What it speaks of is gone with it.
    if (key === undefined || was.databases?.every((name) => !names.has(name))) continue;
    const is = present.get(key);
    if (!is) gone.push(was);
    else if (is.writes !== was.writes) turned.push({ was, is });
  }
  return { gone, turned };
}

/** What is lost, and whose writes it is said of, in one form; undefined where a topology has nothing of it. */
function keyOf(expectation: Expectation, topology: Topology): string | undefined {
  const read = lossReader(topology);
  const losses: string[] = [];
  for (const { text } of writtenLosses(expectation)) {
    const loss = read(text);
    if (isProblem(loss)) return undefined;
    losses.push(lossText(loss));
  }
  return JSON.stringify([losses.sort(), [...(expectation.databases ?? [])].sort()]);
}

function lostText(expectation: Expectation): string {
  return writtenLosses(expectation)
    .map(({ text }) => text)
    .join(' and ');
}
