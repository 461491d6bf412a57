import type { Plan } from '../../plan/index.js';
import type { System, ValuesFile } from '../system.js';
import { dnsSteps } from './runbook.js';
import { isWritten, SliceDnsForwarding } from './slice-dns-forwarding.js';

export { SliceDnsForwarding, type SliceDnsForwardingProps } from './slice-dns-forwarding.js';

/** The clusters' DNS: slice.local goes to kubeslice-dns on every member, the hub included. */
export const dns: System = {
  name: 'dns',
  build(charts, { slice }) {
    for (const cluster of slice?.members ?? []) {
      if (!isWritten(cluster.dns)) continue;
      new SliceDnsForwarding(charts.of(cluster.name, '50-dns'), 'dns', { cluster });
    }
  },
  values: eksAddOnConfigurations,
  steps: dnsSteps,
};

/** The managed add-on of EKS takes its Corefile from its own configuration, which is no Kubernetes object. */
function eksAddOnConfigurations({ slice }: Plan): readonly ValuesFile[] {
  const files: ValuesFile[] = [];
  for (const cluster of slice?.members ?? []) {
    if (cluster.dns?.kind !== 'eks-addon') continue;
    const content = `${JSON.stringify({ corefile: cluster.dns.corefile }, undefined, 2)}\n`;
    files.push({ cluster, name: 'eks-coredns-addon.json', content, pointer: `clusters[${cluster.name}]` });
  }
  return files;
}
