import { defineRule } from '../rule.js';
import { sliceConfigsByName } from './objects.js';

/** A slice that carries databases has the one overlay network that pods get an address on. dbspan writes no other. */
export const overlayMode = defineRule({
  id: 'slice/overlay-mode',
  severity: 'error',
  why: 'KubeSlice gives pods an address on a single-network slice alone, so that the replicas of a database on another never find each other',
  source: 'kubeslice/worker-operator pkg/webhook/pod/webhook.go',
  messages: {
    mode: (p: { slice: string; mode: string; policy: string }) =>
      `the slice ${p.slice} of the PlacementPolicy ${p.policy} is ${p.mode}`,
  },
  checkManifests(manifests, report) {
    const slices = sliceConfigsByName(manifests);
    const reported = new Set<string>();
    for (const { name, root } of manifests.of('PlacementPolicy', 'apps.k8s.appscode.com')) {
      const reference = root.at('spec', 'clusterSpreadConstraint', 'slice');
      const key = `${reference.at('projectNamespace').text ?? ''}/${reference.at('sliceName').text ?? ''}`;
      const slice = slices.get(key);
      const field = slice?.root.at('spec', 'overlayNetworkDeploymentMode');
      if (!slice || !field?.text || field.text === 'single-network' || reported.has(key)) continue;
      reported.add(key);
      report('mode', { slice: slice.name, mode: field.text, policy: name })
        .at(field.span)
        .related(reference.at('sliceName').span, 'its databases need it')
        .fix(
          'write single-network; from another mode with a network no slice can be changed to it, so make a new one',
        );
    }
  },
});
