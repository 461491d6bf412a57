import type { ClusterPlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { readKubesliceDns } from '../commands.js';
import { defineRule } from '../rule.js';
import { isServiceAddress } from '../service-networks.js';
import { impossibleAddresses } from './impossible-addresses.js';

/** Each member has an address of kubeslice-dns of its own, unless their service networks are known to be the same. */
export const addressShared = defineRule({
  id: 'dns/address-shared',
  severity: 'warning',
  why: 'every cluster gives kubeslice-dns an address at random, so that of another cluster most likely answers nothing here',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/templates/kubeslice-dns.yaml',
  messages: {
    same: (p: { address: string; first: string; second: string }) =>
      `${p.first} and ${p.second} have the same kubesliceDNS, ${p.address}`,
  },
  checkPlan(plan, report) {
    const impossible = impossibleAddresses(plan);
    const seen = new Map<string, ClusterPlan>();
    for (const cluster of plan.clusters) {
      const address = cluster.dns?.address;
      // An address that is wrong by itself is dns/address-outside or dns/address-impossible.
      if (address === undefined || isServiceAddress(cluster.source) === false) continue;
      if (impossible.has(cluster)) continue;
      const first = seen.get(address);
      if (!first) {
        seen.set(address, cluster);
        continue;
      }
      if (sameServiceNetworks(first, cluster)) continue;
      report('same', { address, first: first.name, second: cluster.name })
        .at(valueSpan(cluster.source, 'kubesliceDNS'), 'copied?')
        .related(valueSpan(first.source, 'kubesliceDNS'), 'the same address')
        .fix(`write what this prints: ${readKubesliceDns(cluster)}`);
    }
  },
});

function sameServiceNetworks(a: ClusterPlan, b: ClusterPlan): boolean {
  const { serviceCIDRs: first } = a.source;
  const { serviceCIDRs: second } = b.source;
  return (
    first !== undefined && second !== undefined && [...first].sort().join() === [...second].sort().join()
  );
}
