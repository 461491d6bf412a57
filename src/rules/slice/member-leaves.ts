import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A cluster that stays leaves a slice that stays. */
export const memberLeaves = defineRule({
  id: 'slice/member-leaves',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'every pod there loses its address on the slice at once, and keeps the sidecars it got; the slot that is given up goes to the next member that comes',
  source: 'kubeslice/worker-operator issue 116',
  messages: {
    leaves: (p: { slice: string; leaving: readonly string[] }) =>
      `${listed(p.leaving)} ${p.leaving.length === 1 ? 'leaves' : 'leave'} SliceConfig ${p.slice}, with every pod that runs there`,
  },
  checkChange(change, report) {
    // A cluster that goes altogether is told as that.
    const removed = new Set(change.clusters.removed);
    for (const { object, after, goes, leaving } of sliceChanges(change)) {
      const staying = leaving.filter((name) => !removed.has(name));
      if (goes || !after || staying.length === 0) continue;
      report('leaves', { slice: after.name, leaving: staying })
        .at(change.placeAt(object, 'slice.clusters'))
        .about(change.nameOf(object))
        .fix('take the replicas off it first, in a commit of their own');
    }
  },
});
