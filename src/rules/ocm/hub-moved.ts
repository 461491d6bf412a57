import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The hub stays where it is, under the URL by which the agents know it. */
export const hubMoved = defineRule({
  id: 'ocm/hub-moved',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'an agent knows its hub by a hash of the URL: under another one it takes all that it applied for lost, and deletes it when the eviction period is over, after 60 minutes by default, database pods and volumes included',
  source:
    'open-cluster-management-io/ocm pkg/work/spoke/controllers/finalizercontroller/unmanaged_appliedmanifestwork_controller.go',
  messages: {
    url: (p: { hub: string; from: string; to: string }) =>
      `the API server of the hub ${p.hub} was ${p.from} and would be ${p.to}`,
    cluster: (p: { from: string; to: string }) => `the hub was ${p.from} and would be ${p.to}`,
  },
  checkChange({ plans, plansBefore, objectsOf, nameOf }, report) {
    const old = new Map((plansBefore ?? []).map((plan) => [plan.name, plan]));
    for (const { name, hub, slice } of plans) {
      const before = old.get(name);
      if (!before?.hub || !before.slice || !hub || !slice) continue;
      const [from, to] = [before.hub.source.apiServer, hub.source.apiServer];
      const isSame = before.hub.name === hub.name;
      if (isSame && (from === to || from === undefined || to === undefined)) continue;
      const finding = isSame
        ? report('url', { hub: hub.name, from: from ?? '', to: to ?? '' }).at(
            valueSpan(hub.source, 'apiServer'),
          )
        : report('cluster', { from: before.hub.name, to: hub.name }).at(valueSpan(hub.source, 'hub'));
      finding.fix(
        'keep the URL, as a name that can point elsewhere; else see first that every Klusterlet has the eviction period of wave 15-klusterlet, and join every member again',
      );
      for (const object of objectsOf('after', 'Klusterlet', 'operator.open-cluster-management.io'))
        finding.about(nameOf({ kind: 'changed', before: object, after: object, fields: [] }));
    }
  },
});
