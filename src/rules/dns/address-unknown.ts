import { headSpan } from '../../topology/index.js';
import { readKubesliceDns } from '../commands.js';
import { defineRule } from '../rule.js';

/** A member's kubeslice-dns address is not in the topology yet. */
export const addressUnknown = defineRule({
  id: 'dns/address-unknown',
  severity: 'warning',
  why: 'the address exists only once KubeSlice runs there; until it is known nothing forwards slice.local, and replicas in other clusters are not found',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/templates/kubeslice-dns.yaml',
  messages: {
    member: (p: { cluster: string }) =>
      `the address of kubeslice-dns on ${p.cluster} is not known, so its DNS is not written`,
  },
  checkPlan({ clusters }, report) {
    for (const cluster of clusters) {
      const { name, dns, source } = cluster;
      if (dns?.kind !== 'manual' || dns.reason !== 'address-unknown') continue;
      report('member', { cluster: name })
        .at(headSpan(source))
        .fix(
          `after wave 40-slice, write the result as kubesliceDNS and run synth again: ${readKubesliceDns(cluster)}`,
        );
    }
  },
});
