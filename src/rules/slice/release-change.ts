import { type Topology, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Another release of KubeSlice is installed under a slice that runs. */
export const releaseChange = defineRule({
  id: 'slice/release-change',
  severity: 'warning',
  changeClass: 'restart',
  why: 'the chart of the controller holds the worker of every member: helm upgrades all of them at once, and while a worker’s webhook is down no pod is made in a namespace on the slice, nor does the upgrade itself go through',
  source: 'kubeslice/docs versioned_docs/version-1.5.0/troubleshooting/troubleshooting-guide.mdx',
  messages: {
    changed: (p: { from: string; to: string; members: number }) =>
      `KubeSlice was ${p.from} and becomes ${p.to}, on the hub and ${p.members} ${p.members === 1 ? 'member' : 'members'}`,
  },
  checkChange({ plans, plansBefore, objectsOf, nameOf }, report) {
    const old = new Map((plansBefore ?? []).map((plan) => [plan.name, plan]));
    for (const { name, topology, releases, slice } of plans) {
      const before = old.get(name);
      if (!before?.slice || !slice || before.releases.kubeslice === releases.kubeslice) continue;
      const finding = report('changed', {
        from: before.releases.kubeslice,
        to: releases.kubeslice,
        members: slice.members.length,
      })
        .at(placeOf(topology))
        .fix('see every worker running first (kubeslice-operator on each member), and no replica being made');
      for (const object of objectsOf('after', 'Project', 'controller.kubeslice.io')) {
        if (object.manifest.name !== slice.project) continue;
        finding.about(nameOf({ kind: 'changed', before: object, after: object, fields: [] }));
      }
    }
  },
});

function placeOf(topology: Topology) {
  const { releases } = topology;
  return releases?.kubeslice === undefined
    ? valueSpan(topology.metadata, 'name')
    : valueSpan(releases, 'kubeslice');
}
