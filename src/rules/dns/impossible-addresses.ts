import type { Span } from '../../diagnostics/index.js';
import type { ClusterPlan, Plan } from '../../plan/index.js';
import { type Cluster, valueSpan } from '../../topology/index.js';
import { type Address, addressOf, isIn, type Network, networkOf, specialAddress } from '../ip-address.js';

/** Why an address cannot be that of kubeslice-dns. */
export interface Impossibility {
  readonly reason: string;
  /** What shows it, when the file does. */
  readonly place?: { readonly span: Span; readonly label: string };
}

/** Service networks of distributions that have one unless told otherwise. */
const standardNetworks: Readonly<Partial<Record<Cluster['distribution'], string>>> = {
  k3s: '10.43.0.0/16',
  rke2: '10.43.0.0/16',
  kubeadm: '10.96.0.0/12',
  kind: '10.96.0.0/16',
};

/** Members whose kubesliceDNS is an address that no service of theirs can have, or that another service has. */
export function impossibleAddresses(plan: Plan): ReadonlyMap<ClusterPlan, Impossibility> {
  const impossible = new Map<ClusterPlan, Impossibility>();
  for (const cluster of plan.clusters) {
    const text = cluster.dns?.address;
    if (text === undefined) continue;
    const found = impossibilityOf(cluster, text, plan);
    if (found) impossible.set(cluster, found);
  }
  return impossible;
}

function impossibilityOf({ source }: ClusterPlan, text: string, { slice }: Plan): Impossibility | undefined {
  const address = addressOf(text);
  if (!address) return { reason: 'not an IP address' };
  const special = specialAddress(address);
  if (special !== undefined) return { reason: special };
  const machine = machineOf(source, address);
  if (machine) return machine;
  const overlay = slice && networkOf(slice.source.subnet);
  const services = serviceNetworks(source);
  // Services that lie in the subnet are slice/subnet-overlap.
  const inService = services.some((service) => isIn(address, service));
  if (slice && overlay && isIn(address, overlay) && !(source.serviceCIDRs && inService)) {
    const place = { span: valueSpan(slice.source, 'subnet'), label: 'the subnet of the slice' };
    return { reason: 'an address of the slice itself', place };
  }
  for (const [index, cidr] of (source.podCIDRs ?? []).entries()) {
    const network = networkOf(cidr);
    if (!network || !isIn(address, network)) continue;
    // Networks of pods and services that overlap tell nothing.
    if (services.some((service) => overlaps(network, service))) continue;
    const place = { span: valueSpan(source.podCIDRs ?? [], index), label: 'the pod network' };
    return { reason: 'the address of a pod', place };
  }
  return ofOtherService(source, address);
}

/** The service networks that the file says, or else the one the distribution has. */
function serviceNetworks({ serviceCIDRs, distribution }: Cluster): Network[] {
  const standard = standardNetworks[distribution];
  const cidrs = serviceCIDRs ?? (standard === undefined ? [] : [standard]);
  return cidrs.flatMap((cidr) => networkOf(cidr) ?? []);
}

/** True for a network that overlaps the subnet of the slice. */
export function overlapsSlice(cidr: string, { slice }: Plan): boolean {
  const network = networkOf(cidr);
  const overlay = slice && networkOf(slice.source.subnet);
  return network !== undefined && overlay !== undefined && overlaps(network, overlay);
}

function overlaps(a: Network, b: Network): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** The first address of a service network is the API server's, and the tenth, by convention, that of the cluster's DNS. */
function ofOtherService(source: Cluster, address: Address): Impossibility | undefined {
  for (const network of serviceNetworks(source)) {
    if (network.family !== address.family) continue;
    const offset = address.value - network.first;
    if (offset === 0n) return { reason: 'the address of the service network itself' };
    if (offset === 1n) return { reason: 'the address of the service kubernetes' };
    if (offset === 10n) return { reason: 'the address of the cluster’s own DNS, which would ask itself' };
  }
  return undefined;
}

/** The node or API server of the cluster that has the address. Networks of other clusters may overlap its services. */
function machineOf(source: Cluster, { family, value }: Address): Impossibility | undefined {
  const isIt = (text: string): boolean => {
    const other = addressOf(text);
    return other?.family === family && other.value === value;
  };
  const nodes = source.nodeIPs ?? [];
  const index = nodes.findIndex(isIt);
  if (index !== -1) {
    const place = { span: valueSpan(nodes, index), label: 'the node' };
    return { reason: 'the address of a node', place };
  }
  const host = /^https:\/\/\[?([\d.]+|[0-9A-Fa-f:]+)(?=\]?(?:[:/]|$))/.exec(source.apiServer ?? '')?.[1];
  if (host === undefined || !isIt(host)) return undefined;
  const place = { span: valueSpan(source, 'apiServer'), label: 'the API server' };
  return { reason: 'the address of the API server', place };
}
