import { defineRule } from '../rule.js';
import { controllerGroup, sliceConfigsByName } from './objects.js';

/** A VpnKeyRotation is called like its slice. */
export const keyRotation = defineRule({
  id: 'slice/key-rotation',
  severity: 'error',
  why: 'KubeSlice refuses a VpnKeyRotation that is not called like its slice, or whose slice does not exist',
  source: 'kubeslice/kubeslice-controller service/vpn_key_rotation_webhook_validation.go',
  messages: {
    nameless: (p: { name: string }) => `the VpnKeyRotation ${p.name} names no slice`,
    name: (p: { name: string; slice: string }) => `the VpnKeyRotation ${p.name} is for the slice ${p.slice}`,
    slice: (p: { name: string; namespace: string }) =>
      `the VpnKeyRotation ${p.name} is for a slice that no SliceConfig here makes in ${p.namespace}`,
  },
  checkManifests(manifests, report) {
    const slices = sliceConfigsByName(manifests);
    for (const { name, namespace, root } of manifests.of('VpnKeyRotation', controllerGroup)) {
      const slice = root.at('spec', 'sliceName');
      const remedy = 'remove it: KubeSlice makes it from the SliceConfig';
      if (!slice.text) report('nameless', { name }).at(root.at('spec').keySpan).fix(remedy);
      else if (slice.text !== name) report('name', { name, slice: slice.text }).at(slice.span).fix(remedy);
      else if (slices.size > 0 && namespace !== undefined && !slices.has(`${namespace}/${name}`))
        report('slice', { name, namespace }).at(slice.span).fix(remedy);
    }
  },
});
