import { valueSpan } from '../../topology/index.js';
import { readKubesliceDns } from '../commands.js';
import { defineRule } from '../rule.js';
import { isServiceAddress } from '../service-networks.js';
import { impossibleAddresses, overlapsSlice } from './impossible-addresses.js';

/** The address of kubeslice-dns lies in a service network of its cluster. */
export const addressOutside = defineRule({
  id: 'dns/address-outside',
  severity: 'error',
  why: 'kubeslice-dns is a service, so an address outside the service networks is not its: slice.local would be asked for where nobody answers',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/templates/kubeslice-dns.yaml',
  messages: {
    outside: (p: { cluster: string; address: string }) =>
      `${p.address} is no service address of ${p.cluster}`,
  },
  checkPlan(plan, report) {
    const impossible = impossibleAddresses(plan);
    for (const cluster of plan.clusters) {
      const { name, dns, source } = cluster;
      if (dns?.address === undefined || isServiceAddress(source) !== false) continue;
      // One that can be no service's at all is dns/address-impossible.
      if (impossible.has(cluster)) continue;
      // A service network that cannot be is the mistake, not the address: slice/subnet-overlap.
      if (source.serviceCIDRs?.some((cidr) => overlapsSlice(cidr, plan))) continue;
      report('outside', { cluster: name, address: dns.address })
        .at(valueSpan(source, 'kubesliceDNS'))
        .related(valueSpan(source, 'serviceCIDRs'), 'the service networks')
        .fix(`write what this prints: ${readKubesliceDns(cluster)}`);
    }
  },
});
