import type { LinkState } from '../../impact/index.js';
import { linkBudgets } from '../../plan/index.js';
import { bandwidthText, wireRate } from '../../sizing/index.js';
import { knownImpact } from '../changed-databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

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
    busier: (p: { links: readonly string[]; from: string; to: string }) =>
      `writes take ${p.to} of ${firstOf(p.links)}, ${p.from} until now`,
  },
  checkChange(change, report) {
    const impact = knownImpact(change);
    if (!impact) return;
    for (const plan of change.plans) {
      const busier = impact.links.flatMap(({ program, name, before, after }) => {
        if (program !== plan.name || !before || !after || !isBusier(before, after)) return [];
        const narrow = linkBudgets(plan).narrow.find((each) => each.name === name);
        return narrow ? [{ narrow, before, after }] : [];
      });
      const [first, ...others] = busier;
      if (!first) continue;
      const { before, after } = first;
      const open = report('busier', {
        links: busier.map(({ narrow }) => `${narrow.name} at ${narrow.written}`),
        from: before.replication === 0 ? 'nothing' : bandwidthText(wireRate(before.replication)),
        to: bandwidthText(wireRate(after.replication)),
      }).at(first.narrow.span);
      for (const { narrow } of others.slice(0, mostNamed)) open.related(narrow.span, narrow.name);
      open.fix(
        'nothing, if the link bears it: dbspan size and the runbook say how long copies take beside the writes',
      );
    }
  },
});

/** Links beside the first whose places are told. */
const mostNamed = 5;

/** Where nobody said how much is written before, a figure is no more traffic. */
function isBusier(before: LinkState, after: LinkState): boolean {
  if (after.replication === 0 || before.unsaid > after.unsaid) return false;
  return after.replication >= before.replication * times;
}
