import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const messages = {
  shared: (p: { address: string; cluster: string; other: string }) =>
    `${p.cluster} and ${p.other} have the same node address ${p.address}`,
};

/** No two members have a gateway node at one address. */
export const nodeIpsShared = defineRule({
  id: 'slice/node-ips-shared',
  severity: 'warning',
  why: 'a tunnel is opened to a node address and a port that Kubernetes chose: where two clusters answer at one address, behind one NAT for example, it ends at the wrong one or nowhere',
  source: 'kubeslice/worker-operator pkg/cluster/node.go, controllers/slicegateway/slicegateway.go',
  messages,
  checkTopology(topology, report) {
    const uses: Use[] = [];
    for (const { name: cluster, nodeIPs = [] } of sliceMembersOf(topology)) {
      for (const [index, address] of nodeIPs.entries())
        uses.push({ cluster, address, span: valueSpan(nodeIPs, index) });
    }
    check(uses, report);
  },
  checkManifests(manifests, report) {
    const uses: Use[] = [];
    for (const { name: cluster, root } of manifests.of('Cluster', controllerGroup)) {
      for (const { text: address, span } of root.at('spec', 'nodeIPs').items())
        if (address) uses.push({ cluster, address, span });
    }
    check(uses, report);
  },
});

interface Use {
  readonly cluster: string;
  readonly address: string;
  readonly span: Span;
}

function check(uses: readonly Use[], report: Report<typeof messages>): void {
  const first = new Map<string, Use>();
  for (const use of uses) {
    const other = first.get(use.address);
    if (!other) first.set(use.address, use);
    if (!other || other.cluster === use.cluster) continue;
    report('shared', { address: use.address, cluster: use.cluster, other: other.cluster })
      .at(use.span, 'again here')
      .related(other.span, `of ${other.cluster}`)
      .fix('give each the address of its own gateway nodes');
  }
}
