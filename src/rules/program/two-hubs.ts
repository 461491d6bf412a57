import { defineRule } from '../rule.js';
import { fileOf, hubSpan, Meetings, type SlicedPlan, slicedPlans } from '../sliced-plans.js';
import { firstOf } from '../words.js';

/** A cluster joins one hub. */
export const twoHubs = defineRule({
  id: 'program/two-hubs',
  severity: 'error',
  why: 'the OCM agent of a cluster serves one hub: its settings name a single one, so what the other hub orders for its databases is never carried out there',
  source: 'open-cluster-management-io/api operator/v1/types_klusterlet.go',
  messages: {
    hubs: (p: { clusters: readonly string[]; hub: string; other: string; file: string }) =>
      `${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'joins' : 'join'} the hub ${p.hub} here and the hub ${p.other} in ${p.file}`,
  },
  checkProgram(plans, report) {
    const first = new Map<string, SlicedPlan>();
    for (const here of slicedPlans(plans)) {
      const meetings = new Meetings<SlicedPlan>();
      for (const { name } of here.slice.members) {
        const earlier = first.get(name);
        if (!earlier) first.set(name, here);
        else if (earlier.hub.name !== here.hub.name) meetings.add(earlier, name);
      }
      for (const [earlier, clusters] of meetings.entries()) {
        report('hubs', { clusters, hub: here.hub.name, other: earlier.hub.name, file: fileOf(earlier.plan) })
          .at(hubSpan(here), 'the hub here')
          .related(hubSpan(earlier), 'the hub there')
          .fix('give both topologies the same hub, or clusters of their own');
      }
    }
  },
});
