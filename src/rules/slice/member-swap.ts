import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** Members that leave and members that come are two changes of a slice. */
export const memberSwap = defineRule({
  id: 'slice/member-swap',
  severity: 'warning',
  changeClass: 'order',
  why: 'the controller looks for a free slot while that of the old member is still held by its finalizers, up to three minutes, and fails over and over until then',
  source: 'kubeslice/kubeslice-controller util/common.go',
  messages: {
    swapped: (p: { slice: string; leaving: readonly string[]; joining: readonly string[] }) =>
      `${firstOf(p.leaving)} leaves SliceConfig ${p.slice} in the change in which ${firstOf(p.joining)} joins`,
  },
  checkChange(change, report) {
    for (const { object, after, goes, comes, leaving, joining } of sliceChanges(change)) {
      if (goes || comes || !after || leaving.length === 0 || joining.length === 0) continue;
      report('swapped', { slice: after.name, leaving, joining })
        .at(change.placeAt(object, 'slice.clusters'))
        .about(change.nameOf(object))
        .fix(
          'follow the commits of dbspan plan: the slice without those that leave, then with those that come',
        );
    }
  },
});
