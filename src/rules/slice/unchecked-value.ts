import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup, sliceConfigsOf } from './objects.js';

/** Text fields of a SliceConfig that the CRD leaves open, with the one value KubeSlice knows. */
const known: readonly (readonly [path: readonly string[], value: string])[] = [
  [['sliceType'], 'Application'],
  [['sliceIpamType'], 'Local'],
  [['sliceGatewayProvider', 'sliceCaType'], 'Local'],
  [['qosProfileDetails', 'queueType'], 'HTB'],
  [['qosProfileDetails', 'tcType'], 'BANDWIDTH_CONTROL'],
];

const lowestPriority = 3;

/** Fields that nothing checks have a value that something knows. A topology can only say such. */
export const uncheckedValue = defineRule({
  id: 'slice/unchecked-value',
  severity: 'warning',
  why: 'KubeSlice accepts any value here and acts as if the one it knows stood there, or as nobody has tested; several of these fields can never be changed',
  source: 'kubeslice/kubeslice-controller apis/controller/v1alpha1/sliceconfig_types.go',
  messages: {
    text: (p: { field: string; value: string; known: string }) =>
      `${p.field} is ${p.value === '' ? 'empty' : p.value}, and KubeSlice knows ${p.known} alone`,
    priority: (p: { value: number }) => `the priority ${p.value} is outside 0 to ${lowestPriority}`,
  },
  checkManifests(manifests, report) {
    const checkPriority = (priority: Field): void => {
      const { number } = priority;
      if (number === undefined || (number >= 0 && number <= lowestPriority)) return;
      report('priority', { value: number }).at(priority.span).fix('write 0, served first, to 3, served last');
    };
    for (const { root } of sliceConfigsOf(manifests)) {
      const spec = root.at('spec');
      for (const [path, value] of known) {
        const field = spec.at(...path);
        if (field.text === undefined || field.text === value) continue;
        report('text', { field: path.at(-1) ?? '', value: field.text, known: value })
          .at(field.span)
          .fix(`write ${value}, or leave it out`);
      }
      checkPriority(spec.at('qosProfileDetails', 'priority'));
    }
    for (const { root } of manifests.of('SliceQoSConfig', controllerGroup))
      checkPriority(root.at('spec', 'priority'));
  },
});
