import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The distribution is one whose DNS dbspan can configure. */
export const byHand = defineRule({
  id: 'dns/by-hand',
  severity: 'warning',
  why: 'no manifest forwards slice.local there; until someone does it by the runbook, replicas in other clusters are not found',
  messages: {
    distribution: (p: { cluster: string }) =>
      `how the DNS of ${p.cluster} is configured is not known, so it is not written`,
  },
  checkPlan({ clusters }, report) {
    for (const { name, dns, source } of clusters) {
      if (dns?.kind !== 'manual' || dns.reason !== 'distribution-unknown') continue;
      report('distribution', { cluster: name })
        .at(valueSpan(source, 'distribution'))
        .fix(
          `name the distribution whose DNS it has (kubeadm for a CoreDNS with a plain Corefile), or forward slice.local to ${dns.address} as the runbook says`,
        );
    }
  },
});
