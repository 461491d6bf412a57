import { defineRule } from '../rule.js';

/** Placements are of the kind PlacementPolicy. */
export const kind = defineRule({
  id: 'placement/kind',
  severity: 'error',
  why: 'no API server knows a PodPlacementPolicy: guides call it so, and the field of the database is called podPlacementPolicy',
  source: 'kubeops/petset apis/apps/v1/placementpolicy_types.go',
  messages: {
    pod: (p: { name: string }) => `${p.name} is a PodPlacementPolicy, a kind that does not exist`,
  },
  checkManifests(manifests, report) {
    for (const { kind, name, root } of manifests.all) {
      if (kind !== 'PodPlacementPolicy') continue;
      report('pod', { name })
        .at(root.at('kind').span)
        .fix('write kind: PlacementPolicy, with apiVersion: apps.k8s.appscode.com/v1')
        .edit(root.at('kind').span, 'PlacementPolicy');
    }
  },
});
