import type { ClusterPlan, Plan } from '../../plan/index.js';
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
  checkProgram(plans, report) {
    const disputed = disputedClusters(plans);
    const reported = new Set<string>();
    for (const plan of plans) {
      const seen = new Map<string, ClusterPlan>();
      for (const { cluster, address } of addressesOf(plan)) {
        // What files say differently of one cluster is program/cluster-differs, whichever of them is a copy.
        if (disputed.has(cluster.name)) continue;
        const first = seen.get(address);
        if (!first) seen.set(address, cluster);
        // What several files say alike is one mistake.
        const pair = `${first?.name} ${cluster.name}`;
        if (!first || reported.has(pair) || sameServiceNetworks(first, cluster)) continue;
        reported.add(pair);
        report('same', { address, first: first.name, second: cluster.name })
          .at(valueSpan(cluster.source, 'kubesliceDNS'), 'copied?')
          .related(valueSpan(first.source, 'kubesliceDNS'), 'the same address')
          .fix(`write what this prints: ${readKubesliceDns(cluster)}`);
      }
    }
  },
});

interface Said {
  readonly cluster: ClusterPlan;
  readonly address: string;
}

/** The addresses a file says. One that is wrong by itself is dns/address-outside or dns/address-impossible. */
function addressesOf(plan: Plan): Said[] {
  const impossible = impossibleAddresses(plan);
  return plan.clusters.flatMap((cluster) => {
    const address = cluster.dns?.address;
    if (address === undefined || isServiceAddress(cluster.source) === false) return [];
    return impossible.has(cluster) ? [] : [{ cluster, address }];
  });
}

/** Clusters of which two files say two addresses. */
function disputedClusters(plans: readonly Plan[]): ReadonlySet<string> {
  const said = new Map<string, string>();
  const disputed = new Set<string>();
  for (const { clusters } of plans) {
    for (const { name, source } of clusters) {
      if (source.kubesliceDNS === undefined) continue;
      if ((said.get(name) ?? source.kubesliceDNS) !== source.kubesliceDNS) disputed.add(name);
      said.set(name, source.kubesliceDNS);
    }
  }
  return disputed;
}

function sameServiceNetworks(a: ClusterPlan, b: ClusterPlan): boolean {
  const { serviceCIDRs: first } = a.source;
  const { serviceCIDRs: second } = b.source;
  return (
    first !== undefined && second !== undefined && [...first].sort().join() === [...second].sort().join()
  );
}
