import type { Cluster, Database } from '../topology/index.js';

/** Who gives an address to a service of type LoadBalancer. */
export type LoadBalancerProvider = 'azure' | 'aws' | 'gke' | 'openstack' | 'metallb' | 'servicelb';

/** The service through which clients reach a database. */
export interface ServicePlan {
  readonly type: 'ClusterIP' | 'LoadBalancer';
  readonly annotations: Readonly<Record<string, string>>;
  readonly loadBalancerClass?: string;
  readonly loadBalancerIP?: string;
  /** Networks that may connect; none for all. */
  readonly sourceRanges: readonly string[];
  /** With Local the server, and a network policy, see the address of the client and not that of a node. */
  readonly externalTrafficPolicy?: 'Local';
}

const byDistribution: Partial<Record<Cluster['distribution'], LoadBalancerProvider>> = {
  aks: 'azure',
  eks: 'aws',
  gke: 'gke',
  k3s: 'servicelb',
};

/** Who gives addresses on a cluster; undefined when the topology does not say. */
export function loadBalancerProvider({
  capabilities,
  distribution,
}: Cluster): LoadBalancerProvider | undefined {
  if (capabilities?.loadBalancer === false) return undefined;
  return capabilities?.loadBalancerProvider ?? byDistribution[distribution];
}

/** How clients reach a database on a cluster. */
export function planService({ service = {} }: Database, cluster: Cluster): ServicePlan {
  const { exposure = 'cluster', allowFrom = [], annotations = {} } = service;
  if (exposure === 'cluster') return { type: 'ClusterIP', annotations, sourceRanges: [] };
  const asked = askedOf(
    service.addressPool === undefined ? loadBalancerProvider(cluster) : 'metallb',
    service,
    exposure === 'internal-load-balancer',
  );
  return {
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    sourceRanges: allowFrom,
    ...asked,
    annotations: { ...asked.annotations, ...annotations },
  };
}

type Asked = Pick<ServicePlan, 'annotations' | 'loadBalancerClass' | 'loadBalancerIP'>;

/** What each provider wants to be told. Sources: the documentation of each. */
function askedOf(
  provider: LoadBalancerProvider | undefined,
  { subnet, address, addressPool }: NonNullable<Database['service']>,
  isInternal: boolean,
): Asked {
  switch (provider) {
    case 'azure': {
      const prefix = 'service.beta.kubernetes.io/azure-load-balancer';
      return {
        annotations: given({
          [`${prefix}-internal`]: isInternal ? 'true' : undefined,
          [`${prefix}-internal-subnet`]: isInternal ? subnet : undefined,
          [`${prefix}-ipv4`]: address,
        }),
      };
    }
    case 'aws': {
      const prefix = 'service.beta.kubernetes.io/aws-load-balancer';
      return {
        loadBalancerClass: 'service.k8s.aws/nlb',
        annotations: given({
          [`${prefix}-scheme`]: isInternal ? 'internal' : 'internet-facing',
          [`${prefix}-nlb-target-type`]: 'ip',
          // Otherwise the load balancer's own address is what the pod sees.
          [`${prefix}-target-group-attributes`]: 'preserve_client_ip.enabled=true',
          [`${prefix}-subnets`]: subnet,
          [`${prefix}-private-ipv4-addresses`]: isInternal ? address : undefined,
        }),
      };
    }
    case 'gke':
      return {
        ...(address === undefined ? {} : { loadBalancerIP: address }),
        annotations: given({
          'networking.gke.io/load-balancer-type': isInternal ? 'Internal' : undefined,
          'networking.gke.io/internal-load-balancer-subnet': isInternal ? subnet : undefined,
        }),
      };
    case 'openstack':
      return {
        ...(address === undefined ? {} : { loadBalancerIP: address }),
        annotations: given({
          'service.beta.kubernetes.io/openstack-internal-load-balancer': isInternal ? 'true' : undefined,
          'loadbalancer.openstack.org/subnet-id': subnet,
          // Without it nodes that hold no pod get connections, and drop them.
          'loadbalancer.openstack.org/enable-health-monitor': 'true',
        }),
      };
    case 'metallb':
      return {
        annotations: given({
          'metallb.io/address-pool': addressPool,
          'metallb.io/loadBalancerIPs': address,
        }),
      };
    default:
      return { annotations: {} };
  }
}

function given(annotations: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const said = Object.entries(annotations).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(said);
}
