import type { Cluster } from '../topology/index.js';
import { addressOf, isIn, networkOf } from './ip-address.js';

/** Whether a cluster's kubesliceDNS lies in its serviceCIDRs; undefined when one of the two is not known. */
export function isServiceAddress({ kubesliceDNS, serviceCIDRs }: Cluster): boolean | undefined {
  const address = kubesliceDNS === undefined ? undefined : addressOf(kubesliceDNS);
  const networks = (serviceCIDRs ?? []).flatMap((cidr) => networkOf(cidr) ?? []);
  if (address === undefined || networks.length === 0) return undefined;
  return networks.some((network) => isIn(address, network));
}
