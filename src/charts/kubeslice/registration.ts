import { Construct } from 'constructs';
import { Cluster, ManagedClusterAddOn } from '../../imports/index.js';
import { type ClusterPlan, kubesliceWorkerNamespace, type SlicePlan } from '../../plan/index.js';
import { from } from '../origin.js';

/** What {@link KubesliceRegistration} needs. */
export interface KubesliceRegistrationProps {
  readonly slice: SlicePlan;
  readonly cluster: ClusterPlan;
}

/**
 * Registers one member with KubeSlice: its Cluster, and the OCM add-on that installs the worker there. The add-on refers
 * to the Cluster from the first apply on; without, it renders a worker with an empty cluster name into fields that
 * cannot change. Source: kube-slice/kubeslice-controller ocm/manager.go, ocm/helpers.go.
 */
export class KubesliceRegistration extends Construct {
  constructor(scope: Construct, id: string, { slice, cluster }: KubesliceRegistrationProps) {
    super(scope, id);
    const { name, source } = cluster;
    const pointer = `clusters[${name}]`;
    if (source.networkInterface === undefined) throw new Error(`the member ${name} has no networkInterface`);
    const registered = new Cluster(this, 'cluster', {
      metadata: { name, namespace: slice.projectNamespace },
      spec: {
        networkInterface: source.networkInterface,
        nodeIPs: source.nodeIPs,
        clusterProperty: clusterProperty(cluster),
      },
    });
    const addOn = new ManagedClusterAddOn(this, 'add-on', {
      metadata: { name: 'kubeslice', namespace: name },
      spec: {
        installNamespace: kubesliceWorkerNamespace,
        configs: [
          { group: 'controller.kubeslice.io', resource: 'clusters', namespace: slice.projectNamespace, name },
        ],
      },
    });
    from(source, pointer, registered);
    from(source, pointer, addOn);
  }
}

/** Region and provider stay out: the worker writes them itself on the clouds it knows. */
function clusterProperty({ source: { location } }: ClusterPlan) {
  if (location?.latitude === undefined || location.longitude === undefined) return {};
  return { geoLocation: { latitude: String(location.latitude), longitude: String(location.longitude) } };
}
