import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Of the CoreDNS of EKS the configuration is an argument of the add-on. */
export const eksAddon = defineRule({
  id: 'dns/eks-addon',
  severity: 'info',
  why: 'the managed add-on writes its ConfigMap itself, so a manifest of it would be overwritten',
  source: 'AWS, "Amazon EKS add-ons: preserve customer edits"',
  messages: {
    command: (p: { cluster: string }) => `the DNS of ${p.cluster} is set by a command, not by a manifest`,
  },
  checkPlan({ clusters }, report) {
    for (const { name, dns, source } of clusters) {
      if (dns?.kind !== 'eks-addon') continue;
      report('command', { cluster: name })
        .at(valueSpan(source, 'distribution'), 'CoreDNS as a managed add-on')
        .fix(
          'run the aws command of the runbook; if you run CoreDNS there yourself, write distribution: kubeadm',
        );
    }
  },
});
