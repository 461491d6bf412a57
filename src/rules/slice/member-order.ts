import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** The members that a slice has already may stand in another order: their slots are given. */
export const memberOrder = defineRule({
  id: 'slice/member-order',
  severity: 'info',
  changeClass: 'cosmetic',
  why: 'slots were given in the order of the first reconcile and never change; the order counts again only where the slice is made anew',
  source: 'kubeslice/kubeslice-controller service/worker_slice_config_service.go',
  messages: {
    reordered: (p: { slice: string; order: readonly string[] }) =>
      `the members of SliceConfig ${p.slice} stand in another order, ${listed(p.order)}, and keep their subnets`,
  },
  checkChange(change, report) {
    for (const { object, before, after, goes, comes } of sliceChanges(change)) {
      if (goes || comes || !before || !after) continue;
      const [old, young] = [new Set(before.members), new Set(after.members)];
      const was = before.members.filter((name) => young.has(name));
      const order = after.members.filter((name) => old.has(name));
      if (was.every((name, index) => name === order[index])) continue;
      report('reordered', { slice: after.name, order })
        .at(change.placeAt(object, 'slice.clusters'))
        .about(change.nameOf(object))
        .fix('append new members at the end, and leave the others where they are');
    }
  },
});
