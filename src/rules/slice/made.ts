import { readSlice } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** A new slice: what it is made with, it keeps. */
export const made = defineRule({
  id: 'slice/made',
  severity: 'info',
  changeClass: 'one-way',
  why: 'subnet, number of slots, gateway type and cipher can never be changed, and each member gets its slot of the subnet once, in the order of the list',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, util/common.go',
  messages: {
    made: (p: { slice: string; subnet: string; slots: number; members: number }) =>
      `SliceConfig ${p.slice} is made with ${p.subnet} and room for ${p.slots} members, of which it has ${p.members}, for good`,
  },
  checkChange(change, report) {
    for (const object of change.of('SliceConfig', controllerGroup)) {
      if (object.kind !== 'added') continue;
      const { name, members } = readSlice(object.after);
      const spec = object.after.manifest.root.at('spec');
      report('made', {
        slice: name,
        subnet: spec.at('sliceSubnet').text ?? 'no subnet',
        slots: spec.at('maxClusters').number ?? 16,
        members: members.length,
      })
        .at(change.placeAt(object, 'slice'))
        .about(change.nameOf(object))
        .fix('see that no network of a member that may ever join overlaps the subnet');
    }
  },
});
