import { valueSpan } from '../../topology/index.js';
import { readKubesliceDns } from '../commands.js';
import { defineRule } from '../rule.js';
import { impossibleAddresses } from './impossible-addresses.js';

/** The address of kubeslice-dns is one that a service can have, and not that of something else. */
export const addressImpossible = defineRule({
  id: 'dns/address-impossible',
  severity: 'error',
  why: 'kubeslice-dns is a service with an address of its own: names of the slice would be asked for where nobody answers them, or go round in a circle until CoreDNS stops',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/templates/kubeslice-dns.yaml',
  messages: {
    impossible: (p: { cluster: string; address: string; reason: string }) =>
      `the kubesliceDNS of ${p.cluster}, ${p.address}, is ${p.reason}`,
  },
  checkPlan(plan, report) {
    for (const [cluster, { reason, place }] of impossibleAddresses(plan)) {
      const { name, dns, source } = cluster;
      const open = report('impossible', { cluster: name, address: dns?.address ?? '', reason }).at(
        valueSpan(source, 'kubesliceDNS'),
      );
      if (place) open.related(place.span, place.label);
      open.fix(`write what this prints: ${readKubesliceDns(cluster)}`);
    }
  },
});
