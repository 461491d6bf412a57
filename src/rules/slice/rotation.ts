import { fieldAt, isGone, isNew, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** The keys of the tunnels are renewed at other times. */
export const rotation = defineRule({
  id: 'slice/rotation',
  severity: 'info',
  changeClass: 'restart',
  why: 'the keys end at their birth plus the interval, less an hour: a shorter one may end them today, and the gateways take new ones at once',
  source: 'kubeslice/kubeslice-controller service/vpn_key_rotation_service.go',
  messages: {
    changed: (p: { slice: string; from: string; to: string }) =>
      `the keys of SliceConfig ${p.slice} were renewed every ${p.from} days and will be every ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of change.of('SliceConfig', controllerGroup)) {
      if (isGone(object) || isNew(object)) continue;
      const field = fieldAt(object, 'spec', 'rotationInterval');
      const [from, to] = [valueText(field?.before ?? 30), valueText(field?.after ?? 30)];
      if (!field || from === to) continue;
      report('changed', { slice: object.after?.manifest.name ?? '', from, to })
        .at(change.placeAt(object, 'slice.rotationInterval'))
        .about(change.nameOf(object, field))
        .fix('nothing, if a renewal today does no harm');
    }
  },
});
