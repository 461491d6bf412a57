import type { Span } from '../../diagnostics/index.js';
import type { ClusterPlan, SlicePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { freeSliceSubnets, type Ipv4Network, ipv4Address, ipv4Network, overlap } from '../cidr.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** The slice's subnet lies apart from the pod and service networks of all members. */
export const subnetOverlap = defineRule({
  id: 'slice/subnet-overlap',
  severity: 'error',
  why: 'KubeSlice refuses a slice whose subnet overlaps a network of a member, when it is made and at every change',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    overlap: (p: { subnet: string; networks: readonly string[] }) =>
      `the slice subnet ${p.subnet} overlaps ${firstOf(p.networks)}`,
  },
  checkPlan({ slice }, report) {
    if (!slice) return;
    const { subnet } = slice.source;
    const own = ipv4Network(subnet);
    const networks = slice.members.flatMap(networksOf);
    const overlapping = networks.filter(({ network }) => own && overlap(own, network));
    if (overlapping.length === 0) return;
    const open = report('overlap', { subnet, networks: overlapping.map(({ name }) => name) }).at(
      valueSpan(slice.source, 'subnet'),
    );
    for (const { span, name } of overlapping) open.related(span, name);
    open.fix(remedy(slice, networks));
  },
});

interface MemberNetwork {
  readonly name: string;
  readonly network: Ipv4Network;
  readonly span: Span;
}

function networksOf({ name, source }: ClusterPlan): MemberNetwork[] {
  const networks: MemberNetwork[] = [];
  for (const [field, kind] of [
    ['podCIDRs', 'pod'],
    ['serviceCIDRs', 'service'],
  ] as const) {
    const list = source[field] ?? [];
    for (const [index, cidr] of list.entries()) {
      const network = ipv4Network(cidr);
      if (network)
        networks.push({ name: `the ${kind} network of ${name}`, network, span: valueSpan(list, index) });
    }
  }
  return networks;
}

/** Networks that hold a known address of a member are no good choice either. */
function remedy({ members }: SlicePlan, networks: readonly MemberNetwork[]): string {
  const taken = networks.map(({ network }) => network);
  for (const { source } of members) {
    const host = /^https:\/\/([\d.]+)/.exec(source.apiServer ?? '')?.[1] ?? '';
    for (const text of [...(source.nodeIPs ?? []), source.kubesliceDNS ?? '', host]) {
      const base = ipv4Address(text);
      if (base !== undefined) taken.push({ base, size: 1 });
    }
  }
  const free = freeSliceSubnets(taken, 3);
  if (free.length === 0) return 'no private /16 is free: a member needs smaller networks first';
  return `choose one of ${free.join(', ')}, free on all members as far as the file says`;
}
