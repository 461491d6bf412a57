import type { Field, Manifest } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';

/** Feature gates that OCM knows, by the block of the object that switches them on. */
export const gatesOf = {
  Klusterlet: {
    registrationConfiguration: [
      'ClusterClaim',
      'AddonManagement',
      'ClusterProperty',
      'MultipleHubs',
      'V1beta1CSRAPICompatibility',
    ],
    workConfiguration: ['RawFeedbackJsonString', 'ExecutorValidatingCaches'],
  },
  ClusterManager: {
    registrationConfiguration: [
      'DefaultClusterSet',
      'ResourceCleanup',
      'ManagedClusterAutoApproval',
      'V1beta1CSRAPICompatibility',
      'ClusterProfile',
      'ClusterImporter',
    ],
    workConfiguration: [
      'ManifestWorkReplicaSet',
      'NilExecutorValidating',
      'CloudEventsDrivers',
      'CleanUpCompletedManifestWork',
    ],
    addOnManagerConfiguration: ['AddonManagement'],
    placementConfiguration: ['SIGPlacementDecision', 'PlacementDebugServer'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The entry of a gate in a block; undefined when it is not listed. */
export function gateIn({ root }: Manifest, block: string, gate: string): Field | undefined {
  return root
    .at('spec', block, 'featureGates')
    .items()
    .find((entry) => entry.at('feature').text === gate);
}

/** Whether a block switches a gate on. A gate without a mode is off. */
export function isOn(manifest: Manifest, block: string, gate: string): boolean {
  return gateIn(manifest, block, gate)?.at('mode').text === 'Enable';
}

/** The gate by which replicas report their readiness. */
export const rawFeedbackGate = 'RawFeedbackJsonString';

/** Whether a gate that no block knows is this one, misspelt. */
export function isMeant(gate: string, written: string): boolean {
  return written !== gate && nearest(written, [gate]) === gate;
}
