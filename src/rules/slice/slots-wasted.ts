import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import {
  addressesPerSlot,
  namesOfSlice,
  namesOfSliceConfigs,
  type SliceNames,
  slotsOf,
} from './slice-names.js';

const messages = {
  rounded: (p: { clusters: number }) =>
    `room for ${p.clusters} clusters takes as much of the subnet as room for ${slotsOf(p.clusters)}`,
};

/** The number of slots is a power of two. */
export const slotsWasted = defineRule({
  id: 'slice/slots-wasted',
  severity: 'info',
  why: 'KubeSlice splits the subnet into a power of two of equal slots whatever the number says, and refuses more members than it says: those in between are lost, for the number can never be changed',
  source: 'kubeslice/kubeslice-controller util/common.go',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(namesOfSlice(slice), report);
  },
  checkManifests(manifests, report) {
    for (const slice of namesOfSliceConfigs(manifests)) if (slice.network) check(slice, report);
  },
});

function check({ maxClusters, slotsSpan }: SliceNames, report: Report<typeof messages>): void {
  // Other numbers are for the schema to refuse.
  if (!Number.isInteger(maxClusters) || maxClusters < 2 || maxClusters > 32) return;
  const slots = slotsOf(maxClusters);
  if (slots === maxClusters) return;
  report('rounded', { clusters: maxClusters })
    .at(slotsSpan, `${addressesPerSlot(maxClusters)} addresses for each cluster`)
    .fix(`write ${slots} if the slice does not exist yet; it costs nothing`);
}
