import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A member joins a slice that is there. */
export const memberJoins = defineRule({
  id: 'slice/member-joins',
  severity: 'info',
  changeClass: 'order',
  why: 'every change of a slice checks all of its members again: one that is ill, or whose networks overlap the subnet, holds up the new one, and one whose health was never reported makes the webhook crash',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    joins: (p: { slice: string; joining: readonly string[] }) =>
      `${listed(p.joining)} ${p.joining.length === 1 ? 'joins' : 'join'} SliceConfig ${p.slice}, for which every member must be registered and healthy`,
  },
  checkChange(change, report) {
    for (const { object, after, comes, leaving, joining } of sliceChanges(change)) {
      // Together with those that leave, slice/member-swap tells of them.
      if (comes || !after || joining.length === 0 || leaving.length > 0) continue;
      report('joins', { slice: after.name, joining })
        .at(change.placeAt(object, 'slice.clusters'))
        .about(change.nameOf(object))
        .fix('apply wave 30-registration first, and wait for Registered and Normal');
    }
  },
});
