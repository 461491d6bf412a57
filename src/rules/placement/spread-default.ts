import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A spread constraint says what happens where it cannot be met. */
export const spreadDefault = defineRule({
  id: 'placement/spread-default',
  severity: 'warning',
  why: 'left out it means DoNotSchedule, for which the controller also demands a node or zone of its own for each replica: where there are too few, replicas stay Pending',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages: {
    absent: (p: { policy: string; fields: readonly string[] }) =>
      `${p.policy} leaves whenUnsatisfiable out of ${listed(p.fields)}`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of placementPolicies(manifests)) {
      const missing = (['zoneSpreadConstraint', 'nodeSpreadConstraint'] as const).filter((field) => {
        const constraint = spec.at(field);
        return constraint.given && !constraint.at('whenUnsatisfiable').given;
      });
      const [first, second] = missing;
      if (first === undefined) continue;
      const open = report('absent', { policy: name, fields: missing }).at(spec.at(first).keySpan);
      if (second !== undefined) open.related(spec.at(second).keySpan, 'here too');
      open.fix('write whenUnsatisfiable: ScheduleAnyway, or DoNotSchedule if you mean it');
    }
  },
});
