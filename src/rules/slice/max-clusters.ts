import { valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { sliceConfigsOf } from './objects.js';

/** The most clusters that KubeSlice joins. */
const limit = 32;

/** Slots of a SliceConfig that does not say. */
const standard = 16;

/** A slice has a slot for each of its members. */
export const maxClusters = defineRule({
  id: 'slice/max-clusters',
  severity: 'error',
  why: 'KubeSlice refuses a slice with more members than slots, and the number of slots can never be changed',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    slots: (p: { members: number; slots: number }) =>
      `the slice has ${p.members} members and ${p.slots} slots`,
    limit: (p: { members: number }) => `the slice has ${p.members} members, KubeSlice joins at most ${limit}`,
  },
  checkTopology(topology, report) {
    const { slice } = topology;
    if (!slice) return;
    const members = sliceMembersOf(topology).length;
    if (members > limit) {
      report('limit', { members })
        .at(valueSpan(slice, 'clusters'))
        .fix('divide the databases over several topologies, each with a slice of its own');
    } else if (slice.maxClusters !== undefined && members > slice.maxClusters) {
      report('slots', { members, slots: slice.maxClusters })
        .at(valueSpan(slice, 'maxClusters'), 'too few')
        .fix(`write ${2 ** Math.ceil(Math.log2(members))}, or more to leave room: it cannot be raised later`);
    }
  },
  checkManifests(manifests, report) {
    for (const { root } of sliceConfigsOf(manifests)) {
      const clusters = root.at('spec', 'clusters');
      const given = root.at('spec', 'maxClusters');
      const slots = given.given ? given.number : standard;
      const members = clusters.items().length;
      if (slots === undefined || members <= slots) continue;
      if (members > limit) {
        report('limit', { members }).at(clusters.keySpan).fix('divide the clusters over several slices');
        continue;
      }
      report('slots', { members, slots })
        .at(given.given ? given.span : clusters.keySpan, 'too few')
        .fix(
          `write maxClusters: ${2 ** Math.ceil(Math.log2(members))}, or more to leave room: it cannot be raised later`,
        );
    }
  },
});
