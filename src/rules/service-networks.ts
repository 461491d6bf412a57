import type { Cluster } from '../topology/index.js';
import { contains, ipv4Address, ipv4Network } from './cidr.js';

/** Whether a cluster's kubesliceDNS lies in its serviceCIDRs; undefined when that cannot be said, as for IPv6. */
export function isServiceAddress({ kubesliceDNS, serviceCIDRs }: Cluster): boolean | undefined {
  const address = kubesliceDNS === undefined ? undefined : ipv4Address(kubesliceDNS);
  const networks = (serviceCIDRs ?? []).flatMap((cidr) => ipv4Network(cidr) ?? []);
  if (address === undefined || networks.length === 0) return undefined;
  return networks.some((network) => contains(network, address));
}
