import { type Cluster, valueSpan } from '../../topology/index.js';
import { addressOf, isIn, type Network, networkOf } from '../ip-address.js';
import { defineRule } from '../rule.js';
import { isServiceAddress } from '../service-networks.js';

/** A cluster has its pods and its nodes elsewhere than its services. */
export const networks = defineRule({
  id: 'topology/networks',
  severity: 'warning',
  why: 'a service network holds addresses of services alone, so one of the two is most likely copied from the other; the subnet of the slice and the address of kubeslice-dns are judged by both',
  source: 'kubernetes/kubernetes pkg/controller/nodeipam/ipam/range_allocator.go',
  messages: {
    pods: (p: { cluster: string; network: string; services: string }) =>
      p.network === p.services
        ? `${p.cluster} has ${p.network} as the network of its pods and of its services`
        : `the pod network ${p.network} of ${p.cluster} lies in its service network ${p.services}`,
    node: (p: { cluster: string; address: string; services: string }) =>
      `the node address ${p.address} of ${p.cluster} lies in its service network ${p.services}`,
  },
  checkTopology({ clusters, slice }, report) {
    const overlay = slice && networkOf(slice.subnet);
    for (const cluster of clusters) {
      // A service network that the subnet of the slice overlaps is slice/subnet-overlap.
      const services = servicesOf(cluster).filter(({ network }) => !overlay || !overlaps(network, overlay));
      if (services.length === 0) continue;
      const { name, podCIDRs = [], nodeIPs = [] } = cluster;
      for (const [index, address] of nodeIPs.entries()) {
        const known = addressOf(address);
        const holder = known && services.find(({ network }) => isIn(known, network));
        if (!holder) continue;
        report('node', { cluster: name, address, services: holder.text })
          .at(valueSpan(nodeIPs, index))
          .related(holder.span, 'the service network')
          .fix('write the address at which the other clusters reach the node, or correct serviceCIDRs');
      }
      // A service network without the address of kubeslice-dns is dns/address-outside.
      if (isServiceAddress(cluster) === false) continue;
      for (const [index, text] of podCIDRs.entries()) {
        const pods = networkOf(text);
        const holder = pods && services.find(({ network }) => isWithin(pods, network));
        if (!holder) continue;
        report('pods', { cluster: name, network: text, services: holder.text })
          .at(valueSpan(podCIDRs, index), 'the pods')
          .related(holder.span, 'the services')
          .fix(
            'compare with what the cluster was made with: its controller manager has --cluster-cidr and --service-cluster-ip-range',
          );
      }
    }
  },
});

function servicesOf({ serviceCIDRs = [] }: Cluster) {
  return serviceCIDRs.flatMap((text, index) => {
    const network = networkOf(text);
    return network ? [{ text, network, span: valueSpan(serviceCIDRs, index) }] : [];
  });
}

function overlaps(a: Network, b: Network): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** The other way round, services within the pods, is how some clusters are made. */
function isWithin(inner: Network, outer: Network): boolean {
  return inner.family === outer.family && inner.first >= outer.first && inner.last <= outer.last;
}
