import { valueSpan } from '../../topology/index.js';
import { saveCorefile } from '../commands.js';
import { defineRule } from '../rule.js';

/** A member whose CoreDNS imports nothing names its Corefile. */
export const corefile = defineRule({
  id: 'dns/corefile',
  severity: 'warning',
  why: 'there slice.local can only be added by writing the whole Corefile, and without the present one nothing is written: replicas in other clusters are not found',
  source: 'kubernetes/website content/en/docs/tasks/administer-cluster/dns-custom-nameservers.md',
  messages: {
    unnamed: (p: { cluster: string }) => `${p.cluster} names no corefile, so its DNS is not written`,
  },
  checkPlan({ clusters }, report) {
    for (const cluster of clusters) {
      const { name, dns, source } = cluster;
      if (dns?.kind !== 'manual' || dns.reason !== 'corefile-unnamed') continue;
      const path = `corefiles/${name}.Corefile`;
      report('unnamed', { cluster: name })
        .at(valueSpan(source, 'distribution'), 'its CoreDNS imports nothing')
        .fix(
          `write corefile: ${path}, save it beside the topology, and run synth again: ${saveCorefile(cluster, path)}`,
        );
    }
  },
});
