import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** On GKE only kube-dns forwards to an address inside the cluster. */
export const gke = defineRule({
  id: 'dns/gke',
  severity: 'info',
  why: 'Cloud DNS cannot forward to a ClusterIP and Autopilot does not let its DNS be changed: there the ConfigMap that is written does nothing',
  source: 'Google Kubernetes Engine documentation, "Using kube-dns"',
  messages: {
    kubeDns: (p: { cluster: string }) =>
      `the DNS of ${p.cluster} is written for kube-dns, which GKE need not run`,
  },
  checkPlan({ clusters }, report) {
    for (const { name, context, dns, source } of clusters) {
      if (dns?.kind !== 'kube-dns') continue;
      report('kubeDns', { cluster: name })
        .at(valueSpan(source, 'distribution'))
        .fix(
          `make sure that it is a Standard cluster and that this finds kube-dns: kubectl --context ${context} -n kube-system get deployment kube-dns`,
        );
    }
  },
});
