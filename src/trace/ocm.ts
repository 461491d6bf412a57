import { type ClusterContext, nameOfCluster } from './context.js';
import { fixed, said, type Table } from './table.js';

/** Klusterlet: the settings of a member’s agent. */
export const klusterlet: Table<ClusterContext> = {
  'spec.clusterName': said((context) => [nameOfCluster(context)]),
  'spec.workConfiguration.featureGates[].**': fixed(
    'without it the readiness of pods is dropped on its way to the hub, and no database becomes Ready',
  ),
  'spec.workConfiguration.{hubKubeAPIQPS,hubKubeAPIBurst,kubeAPIQPS,kubeAPIBurst}': fixed(
    'defaults of the block, said so that an older agent has them too',
  ),
  'spec.workConfiguration.appliedManifestWorkEvictionGracePeriod': fixed(
    '100 years: an agent that loses its hub would otherwise delete what it applied, volumes included',
  ),
  'metadata.name': fixed('the agent knows one'),
  'metadata.annotations.*': fixed(
    'never to be deleted because it left the repository, and applied field by field: others write into it',
  ),
  apiVersion: fixed('what Open Cluster Management serves'),
  kind: fixed('what Open Cluster Management serves'),
};
