import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { addressOf, type SpecialAddress, specialAddress } from '../ip-address.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const messages = {
  form: (p: { address: string }) =>
    `${p.address === '' ? 'an empty text' : p.address} is no address of a node`,
  local: (p: { address: string; is: SpecialAddress }) =>
    `${p.address} is ${p.is}: no other cluster reaches a node there`,
};

/** The addresses of gateway nodes are addresses, and such as other clusters can reach. */
export const nodeIps = defineRule({
  id: 'slice/node-ips',
  severity: 'error',
  why: 'KubeSlice refuses a Cluster with a node address that is none, and hands the others to the gateways of all members, whose tunnels never come up when nothing answers there',
  source:
    'kubeslice/kubeslice-controller service/cluster_webhook_validation.go; kubeslice/worker-operator pkg/cluster/node.go',
  messages,
  checkTopology({ clusters }, report) {
    for (const { nodeIPs = [] } of clusters) {
      for (const [index, address] of nodeIPs.entries()) check(address, valueSpan(nodeIPs, index), report);
    }
  },
  checkManifests(manifests, report) {
    for (const { root } of manifests.of('Cluster', controllerGroup)) {
      for (const { text, span } of root.at('spec', 'nodeIPs').items())
        if (text !== undefined) check(text, span, report);
    }
  },
});

function check(address: string, span: Span, report: Report<typeof messages>): void {
  const known = addressOf(address);
  const is = known && specialAddress(known);
  const remedy = 'write the address at which the other clusters reach a gateway node, or leave nodeIPs out';
  if (!known) report('form', { address }).at(span).fix(remedy);
  else if (is) report('local', { address, is }).at(span).fix(remedy);
}
