import type { LinkState } from '../../impact/index.js';
import { linkBudgets } from '../../plan/index.js';
import { bandwidthText, wireRate } from '../../sizing/index.js';
import { knownImpact } from '../changed-databases.js';
import { defineRule } from '../rule.js';

/** From so many times the traffic on it is told. */
const times = 2;

/** Writes take no more of a link than its other users got used to. */
export const linkBusier = defineRule({
  id: 'sizing/link-busier',
  severity: 'info',
  changeClass: 'quorum',
  why: 'what the writes take of a link is not there for full copies, and for whoever else uses it',
  source: 'codership/galera gcomm/src/gmcast.cpp',
  messages: {
    busier: (p: { link: string; from: string; to: string; bandwidth: string }) =>
      `writes take ${p.to} of ${p.link} at ${p.bandwidth}, ${p.from} until now`,
  },
  checkChange(change, report) {
    const impact = knownImpact(change);
    if (!impact) return;
    const plans = new Map(change.plans.map((plan) => [plan.name, plan]));
    for (const { program, name, before, after } of impact.links) {
      const plan = plans.get(program);
      if (!plan || !before || !after || !isBusier(before, after)) continue;
      const narrow = linkBudgets(plan).narrow.find((each) => each.name === name);
      if (!narrow) continue;
      report('busier', {
        link: name,
        from: before.replication === 0 ? 'nothing' : bandwidthText(wireRate(before.replication)),
        to: bandwidthText(wireRate(after.replication)),
        bandwidth: narrow.written,
      })
        .at(narrow.span)
        .fix(
          'nothing, if the link bears it: dbspan size and the runbook say how long copies take beside the writes',
        );
    }
  },
});

/** Where nobody said how much is written before, a figure is no more traffic. */
function isBusier(before: LinkState, after: LinkState): boolean {
  if (after.replication === 0 || before.unsaid > after.unsaid) return false;
  return after.replication >= before.replication * times;
}
