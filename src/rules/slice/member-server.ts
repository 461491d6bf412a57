import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** A new member stands behind those that the slice has. */
export const memberServer = defineRule({
  id: 'slice/member-server',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'of two members the one that is listed first is the server of their tunnel, which must be reached from outside, and its roles and slot are given once',
  source: 'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go',
  messages: {
    inserted: (p: { slice: string; joining: readonly string[]; behind: string }) =>
      `${firstOf(p.joining)} ${p.joining.length === 1 ? 'joins' : 'join'} SliceConfig ${p.slice} before ${p.behind}, and ${p.joining.length === 1 ? 'serves' : 'serve'} the tunnel to it`,
  },
  checkChange(change, report) {
    for (const { object, before, after, goes, comes, joining } of sliceChanges(change)) {
      if (goes || comes || !before || !after || joining.length === 0) continue;
      const young = new Set(joining);
      const last = after.members.findLastIndex((name) => !young.has(name));
      const inserted = after.members.slice(0, Math.max(0, last)).filter((name) => young.has(name));
      const behind = after.members[last];
      if (inserted.length === 0 || behind === undefined) continue;
      report('inserted', { slice: after.name, joining: inserted, behind })
        .at(change.placeAt(object, 'slice.clusters'))
        .about(change.nameOf(object))
        .fix('append it: slice.clusters has the order, or else the clusters themselves');
    }
  },
});
