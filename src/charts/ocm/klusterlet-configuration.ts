import { Construct } from 'constructs';
import { Klusterlet } from '../../imports/index.js';
import type { ClusterPlan } from '../../plan/index.js';
import { keep } from '../keep.js';
import { from } from '../origin.js';

/** What {@link KlusterletConfiguration} needs. */
export interface KlusterletConfigurationProps {
  readonly cluster: ClusterPlan;
}

/**
 * The settings of a member's OCM agent that distributed databases depend on; `clusteradm join` makes the object itself.
 *
 * RawFeedbackJsonString: the readiness of a pod comes back as a map, which is dropped without the gate, and the database
 * never becomes Ready. Rates: API server defaults of the block, said so that an older agent has them too. Eviction: when
 * the hub's URL changes or a work is missing there, the agent deletes what it applied after 60 minutes, volumes included;
 * 100 years turn that off.
 *
 * Source: open-cluster-management-io/api operator/v1/types_klusterlet.go, feature/feature.go;
 * open-cluster-management-io/ocm, the work agent's finalizercontroller.
 */
export class KlusterletConfiguration extends Construct {
  constructor(scope: Construct, id: string, { cluster }: KlusterletConfigurationProps) {
    super(scope, id);
    const klusterlet = new Klusterlet(this, 'klusterlet', {
      metadata: { name: 'klusterlet', annotations: { ...keep } },
      spec: {
        clusterName: cluster.name,
        workConfiguration: {
          featureGates: [{ feature: 'RawFeedbackJsonString', mode: 'Enable' }],
          hubKubeAPIQPS: 50,
          hubKubeAPIBurst: 100,
          kubeAPIQPS: 50,
          kubeAPIBurst: 100,
          appliedManifestWorkEvictionGracePeriod: '876000h',
        },
      },
    });
    from(cluster.source, `clusters[${cluster.name}]`, klusterlet);
  }
}
