import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { isReplaced } from './changed.js';

/** A slice goes with everything that runs over it. */
export const gone = defineRule({
  id: 'slice/gone',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'tunnels, addresses and names of the slice are gone with it on every member, and a slice that is made again is another one',
  source: 'kubeslice/kubeslice-controller service/slice_config_service.go',
  messages: {
    gone: (p: { slice: string; members: number }) =>
      `SliceConfig ${p.slice} goes, and the network between its ${p.members} ${p.members === 1 ? 'member' : 'members'}`,
  },
  checkChange(change, report) {
    for (const slice of sliceChanges(change)) {
      const { object, before, goes } = slice;
      if (!goes || !before || isReplaced(change, slice)) continue;
      report('gone', { slice: before.name, members: before.members.length })
        .at(change.placeAt(object, 'slice'))
        .about(change.nameOf(object))
        .fix('see that nothing talks over it any more');
    }
  },
});
