import { fieldAt, isGone, isNew, type ObjectChange, objectText, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** A field that the webhook compares with the old object. */
interface Frozen {
  readonly field: string;
  /** Where a topology says it. */
  readonly place: string;
  /** What stands for it when it is left out. */
  readonly usual?: string | number;
}

const ofSlices: readonly Frozen[] = [
  { field: 'sliceSubnet', place: 'slice.subnet' },
  { field: 'sliceType', place: 'slice', usual: 'Application' },
  { field: 'sliceGatewayProvider.sliceGatewayType', place: 'slice.gateway.type', usual: 'OpenVPN' },
  { field: 'sliceGatewayProvider.sliceCaType', place: 'slice.gateway', usual: 'Local' },
  { field: 'sliceIpamType', place: 'slice', usual: 'Local' },
  { field: 'vpnConfig.cipher', place: 'slice.cipher', usual: 'AES-256-CBC' },
  { field: 'maxClusters', place: 'slice.maxClusters', usual: 16 },
];

const ofWorkers = {
  WorkerSliceConfig: [{ field: 'octet', place: 'slice.clusters' }],
  WorkerSliceGateway: [{ field: 'gatewayNumber', place: 'slice.clusters' }],
} as const satisfies Readonly<Record<string, readonly Frozen[]>>;

const mode: Frozen = { field: 'overlayNetworkDeploymentMode', place: 'slice', usual: 'single-network' };

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
    takenOut: (p: { object: string; from: string }) =>
      `spec.renewBefore of ${p.object} was ${p.from} and would be taken out, at which the webhook crashes`,
  },
  checkChange(change, report) {
    const compare = (object: ObjectChange, { field: name, place, usual }: Frozen): void => {
      const found = changedField(object, name, usual);
      if (!found) return;
      const { field, from, to } = found;
      report('changed', { field: name, object: objectText(object), from, to })
        .at(change.placeAt(object, place))
        .about(change.nameOf(object, field))
        .fix('write it as before; a slice with other figures is another slice, with a name of its own');
    };
    for (const object of change.of('SliceConfig', controllerGroup)) {
      if (isGone(object) || isNew(object)) continue;
      for (const each of modeLeavesNothing(object) ? [] : frozenFieldsOf(object)) compare(object, each);
      const renewal = fieldAt(object, 'spec', 'renewBefore');
      if (!renewal || renewal.after !== undefined) continue;
      report('takenOut', { object: objectText(object), from: valueText(renewal.before) })
        .at(change.placeAt(object, 'slice'))
        .about(change.nameOf(object, renewal))
        .fix('leave it as it was: it lies in the past and does nothing');
    }
    for (const [kind, fields] of Object.entries(ofWorkers))
      for (const object of change.of(kind, 'worker.kubeslice.io'))
        if (!isGone(object) && !isNew(object)) for (const each of fields) compare(object, each);
  },
});

/** A slice without a network may get one, and then the webhook compares nothing else. */
function modeLeavesNothing(object: ObjectChange): boolean {
  const modeOf = (side: ObjectChange['before']): string =>
    side?.manifest.root.at('spec', 'overlayNetworkDeploymentMode').text ?? 'single-network';
  return modeOf(object.before) === 'no-network' && modeOf(object.after) !== 'no-network';
}

/** Of a change of the mode the webhook speaks first. */
function frozenFieldsOf(object: ObjectChange): readonly Frozen[] {
  return changedField(object, mode.field, mode.usual) ? [mode] : ofSlices;
}

/** A field that differs in meaning: one that is left out stands for its default. */
function changedField(object: ObjectChange, name: string, usual: string | number | undefined) {
  const field = fieldAt(object, 'spec', ...name.split('.'));
  if (!field || (field.before ?? usual) === (field.after ?? usual)) return undefined;
  return { field, from: valueText(field.before ?? usual), to: valueText(field.after ?? usual) };
}
