import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { namesOfSlice, namesOfSliceConfigs, type SliceNames, slotsOf } from './slice-names.js';

/** The most slots a slice can have. */
const most = 32;

const messages = {
  full: (p: { members: number; network: string; last: string }) =>
    `the ${p.members} members take every slot of the slice, and ${p.network}, the network of its tunnels, lies in that of ${p.last}`,
};

/** A slice has a slot more than members: in the last one lies the network of the tunnels. */
export const transitSlot = defineRule({
  id: 'slice/transit-slot',
  severity: 'warning',
  why: 'KubeSlice gives the ends of every tunnel addresses at the end of the subnet, also when the pods of the last member live there; and a slice without a free slot can take no other cluster, ever',
  source: 'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(namesOfSlice(slice), report);
  },
  checkManifests(manifests, report) {
    for (const slice of namesOfSliceConfigs(manifests)) if (slice.network) check(slice, report);
  },
});

function check(
  { members, maxClusters, subnet, slotsSpan }: SliceNames,
  report: Report<typeof messages>,
): void {
  const last = members.at(-1);
  const start = /^(\d+\.\d+)\.0\.0\/16$/.exec(subnet ?? '')?.[1];
  if (!last || start === undefined || members.length < 2 || members.length !== slotsOf(maxClusters)) return;
  report('full', { members: members.length, network: `${start}.255.0/24`, last: last.name })
    .at(slotsSpan, 'no slot is free')
    .related(last.span, 'has the last slot')
    .fix(
      members.length < most
        ? `write maxClusters: ${members.length * 2} if the slice does not exist yet; later it cannot be changed`
        : `keep a slice to ${most - 1} members: it can have no more than ${most} slots`,
    );
}
