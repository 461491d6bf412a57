import { valueSpan } from '../../topology/index.js';
import { saveCorefile } from '../commands.js';
import { defineRule } from '../rule.js';

/** The Corefile that a member names is there. */
export const corefileAbsent = defineRule({
  id: 'dns/corefile-absent',
  severity: 'info',
  why: 'until it is saved the DNS of the cluster is not written, and the runbook keeps the step open',
  source: 'kubernetes/website content/en/docs/tasks/administer-cluster/dns-custom-nameservers.md',
  messages: {
    absent: (p: { cluster: string; path: string }) =>
      `${p.path}, the Corefile of ${p.cluster}, does not exist yet`,
  },
  checkPlan({ clusters }, report) {
    for (const cluster of clusters) {
      const { name, dns, source } = cluster;
      if (dns?.kind !== 'manual' || dns.reason !== 'corefile-absent' || source.corefile === undefined)
        continue;
      report('absent', { cluster: name, path: source.corefile })
        .at(valueSpan(source, 'corefile'))
        .fix(`save it beside the topology and run synth again: ${saveCorefile(cluster, source.corefile)}`);
    }
  },
});
