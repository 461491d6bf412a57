import { fieldAt, objectText, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';

/** The fields that the webhook compares with the old object, and where a topology says them. */
const frozen: readonly (readonly [field: string, place: string])[] = [
  ['sliceSubnet', 'slice.subnet'],
  ['sliceType', 'slice'],
  ['sliceGatewayProvider.sliceGatewayType', 'slice.gateway.type'],
  ['sliceGatewayProvider.sliceCaType', 'slice.gateway'],
  ['sliceIpamType', 'slice'],
  ['vpnConfig.cipher', 'slice.cipher'],
  ['maxClusters', 'slice.maxClusters'],
];

/** A slice keeps its subnet, its gateway and its size for life: KubeSlice compares them at every update. */
export const frozenField = defineRule({
  id: 'slice/frozen-field',
  severity: 'error',
  changeClass: 'immutable',
  why: 'KubeSlice’s webhook refuses the whole SliceConfig, every time, and with it every other change of the slice',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    changed: (p: { field: string; object: string; from: string; to: string }) =>
      `spec.${p.field} of ${p.object} was ${p.from} and would be ${p.to}, and cannot change`,
  },
  checkChange(change, report) {
    for (const object of change.of('SliceConfig', 'controller.kubeslice.io')) {
      if (object.kind !== 'changed') continue;
      for (const [name, place] of frozen) {
        const field = fieldAt(object, 'spec', ...name.split('.'));
        if (!field) continue;
        const [from, to] = [valueText(field.before), valueText(field.after)];
        report('changed', { field: name, object: objectText(object), from, to })
          .at(change.placeAt(object, place))
          .about(change.nameOf(object, field))
          .fix('write it as before; a slice with other figures is another slice, with a name of its own');
      }
    }
  },
});
