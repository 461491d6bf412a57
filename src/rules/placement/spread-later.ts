import { fieldAt, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';

const constraints = [
  ['nodeSpreadConstraint', '.spread.node', 'nodes'],
  ['zoneSpreadConstraint', '.spread.zone', 'zones'],
] as const;

/** How replicas keep apart is decided when their pods are made. */
export const spreadLater = defineRule({
  id: 'placement/spread-later',
  severity: 'info',
  changeClass: 'restart',
  why: 'a pod’s rules for scheduling are those with which it was made: running replicas stay where they are until something restarts them, and with DoNotSchedule one may then find no room',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages: {
    later: (p: { policy: string; over: string; from: string; to: string }) =>
      `how the replicas of ${p.policy} spread over ${p.over} changes from ${p.from} to ${p.to} at their next restart`,
  },
  checkChange(change, report) {
    for (const object of change.of('PlacementPolicy', 'apps.k8s.appscode.com')) {
      if (object.kind !== 'changed') continue;
      for (const [name, place, over] of constraints) {
        const field = fieldAt(object, 'spec', name, 'whenUnsatisfiable');
        if (!field) continue;
        // What is left out is DoNotSchedule to the API server.
        const [from, to] = [field.before, field.after].map((value) => valueText(value ?? 'DoNotSchedule'));
        if (from === to) continue;
        report('later', { policy: object.after.manifest.name, over, from: from ?? '', to: to ?? '' })
          .at(change.placeAt(object, place))
          .about(change.nameOf(object, field))
          .fix('restart the replicas one after another when you want it now, with a request of type Restart');
      }
    }
  },
});
