import type { Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { contains, ipv4Address, ipv4Network } from '../cidr.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { controllerGroup, hasNetwork, sliceConfigsOf, textsOf } from './objects.js';

/** No machine of a member lies in the subnet of the slice. KubeSlice compares it with the networks of pods and services alone. */
export const addressInSubnet = defineRule({
  id: 'slice/address-in-subnet',
  severity: 'warning',
  why: 'pods on the slice and its gateways send everything for this subnet into the overlay, so they do not reach the machine that has the address outside it; the subnet can never be changed',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    inside: (p: { subnet: string; addresses: readonly string[] }) =>
      `the slice subnet ${p.subnet} holds ${firstOf(p.addresses)}`,
  },
  checkTopology(topology, report) {
    const { slice } = topology;
    const subnet = slice && ipv4Network(slice.subnet);
    if (!slice || !subnet) return;
    const inside: { readonly name: string; readonly span: Span }[] = [];
    for (const cluster of sliceMembersOf(topology)) {
      const { name, nodeIPs = [], apiServer = '' } = cluster;
      for (const [index, text] of nodeIPs.entries()) {
        const address = ipv4Address(text);
        if (address !== undefined && contains(subnet, address))
          inside.push({ name: `the node address ${text} of ${name}`, span: valueSpan(nodeIPs, index) });
      }
      const host = /^https:\/\/([\d.]+)/.exec(apiServer)?.[1] ?? '';
      const address = ipv4Address(host);
      if (address !== undefined && contains(subnet, address))
        inside.push({ name: `the API server of ${name}`, span: valueSpan(cluster, 'apiServer') });
    }
    if (inside.length === 0) return;
    const open = report('inside', { subnet: slice.subnet, addresses: inside.map(({ name }) => name) }).at(
      valueSpan(slice, 'subnet'),
    );
    for (const { name, span } of inside) open.related(span, name);
    open.fix(remedy);
  },
  checkManifests(manifests, report) {
    const clusters = new Map(
      manifests
        .of('Cluster', controllerGroup)
        .map((cluster) => [`${cluster.namespace}/${cluster.name}`, cluster]),
    );
    for (const config of sliceConfigsOf(manifests)) {
      const place = config.root.at('spec', 'sliceSubnet');
      const subnet = ipv4Network(place.text ?? '');
      if (!subnet || place.text === undefined || !hasNetwork(config)) continue;
      const inside: { readonly name: string; readonly span: Span }[] = [];
      for (const member of new Set(textsOf(config.root.at('spec', 'clusters')))) {
        const nodeIPs = clusters.get(`${config.namespace}/${member}`)?.root.at('spec', 'nodeIPs');
        for (const { text = '', span } of nodeIPs?.items() ?? []) {
          const address = ipv4Address(text);
          if (address !== undefined && contains(subnet, address))
            inside.push({ name: `the node address ${text} of ${member}`, span });
        }
      }
      if (inside.length === 0) continue;
      const open = report('inside', { subnet: place.text, addresses: inside.map(({ name }) => name) }).at(
        place.span,
      );
      for (const { name, span } of inside.slice(0, 4)) open.related(span, name);
      open.fix(remedy);
    }
  },
});

const remedy = 'choose a subnet that the machines’ networks do not overlap either';
