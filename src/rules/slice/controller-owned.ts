import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const workerGroup = 'worker.kubeslice.io';
const spokeGroup = 'networking.kubeslice.io';

/** Kinds that KubeSlice writes itself, and what they come from. */
const owned: readonly (readonly [kind: string, group: string, from: string])[] = [
  ['VpnKeyRotation', controllerGroup, 'the SliceConfig; rotationInterval there sets its pace'],
  ['ServiceExportConfig', controllerGroup, 'a ServiceExport in the cluster that has the service'],
  ['WorkerSliceConfig', workerGroup, 'the SliceConfig'],
  ['WorkerSliceGateway', workerGroup, 'the SliceConfig'],
  ['WorkerServiceImport', workerGroup, 'a ServiceExport in the cluster that has the service'],
  ['WorkerSliceGwRecycler', workerGroup, 'the rotation of the keys'],
  ['Slice', spokeGroup, 'the SliceConfig on the hub'],
  ['SliceGateway', spokeGroup, 'the SliceConfig on the hub'],
  ['ServiceImport', spokeGroup, 'a ServiceExport in the cluster that has the service'],
];

/** Nobody writes the objects that KubeSlice derives. dbspan writes none of them. One that is refused is left to slice/key-rotation. */
export const controllerOwned = defineRule({
  id: 'slice/controller-owned',
  severity: 'warning',
  why: 'KubeSlice writes these objects itself, with subnets, gateway numbers and keys that it never changes again; one by hand collides with its own or is removed',
  source:
    'kubeslice/kubeslice-controller service/worker_slice_config_service.go; kubeslice/worker-operator pkg/hub/hubclient/hubclient.go',
  messages: {
    owned: (p: { kind: string; name: string }) =>
      `the ${p.kind} ${p.name} is one that KubeSlice writes itself`,
  },
  checkManifests(manifests, report) {
    for (const [kind, group, from] of owned) {
      for (const { name, root } of manifests.of(kind, group)) {
        if (kind === 'VpnKeyRotation' && root.at('spec', 'sliceName').text !== name) continue;
        report('owned', { kind, name }).at(root.at('kind').span).fix(`remove it: it comes from ${from}`);
      }
    }
  },
});
