import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Another release of OCM is installed under agents that run. */
export const releaseChange = defineRule({
  id: 'ocm/release-change',
  severity: 'info',
  changeClass: 'restart',
  why: 'hub and agents are restarted, databases are not: while they are away no pod is made or mended by the hub, and an agent that is older than the hub may lack what a work order asks for',
  source: 'open-cluster-management-io/clusteradm pkg/cmd/upgrade',
  messages: {
    changed: (p: { from: string; to: string }) => `OCM was ${p.from} and becomes ${p.to}`,
  },
  checkChange({ plans, plansBefore, objectsOf, nameOf }, report) {
    const old = new Map((plansBefore ?? []).map((plan) => [plan.name, plan]));
    for (const { name, topology, releases, slice } of plans) {
      const before = old.get(name);
      if (!before?.slice || !slice || before.releases.ocm === releases.ocm) continue;
      const words = 'clusteradm’s own choice';
      const finding = report('changed', { from: before.releases.ocm ?? words, to: releases.ocm ?? words })
        .at(
          topology.releases?.ocm === undefined
            ? valueSpan(topology.metadata, 'name')
            : valueSpan(topology.releases, 'ocm'),
        )
        .fix(
          'upgrade the hub first (clusteradm upgrade clustermanager), then each agent (clusteradm upgrade klusterlet)',
        );
      for (const object of objectsOf('after', 'Klusterlet', 'operator.open-cluster-management.io'))
        finding.about(nameOf({ kind: 'changed', before: object, after: object, fields: [] }));
    }
  },
});
