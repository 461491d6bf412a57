import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

const words = ['ScheduleAnyway', 'DoNotSchedule'];

/** The spread constraints of a PlacementPolicy are ones that a pod can have. */
export const spreadConstraint = defineRule({
  id: 'placement/spread-constraint',
  severity: 'error',
  why: 'the policy is taken as it is, and every pod made by it is refused: the database never starts',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages: {
    word: (p: { field: string; word: string }) => `${p.field} does not know whenUnsatisfiable: ${p.word}`,
    skew: (p: { field: string; skew: number }) => `the maxSkew of ${p.field} is ${p.skew}, the least is 1`,
  },
  checkManifests(manifests, report) {
    for (const { spec } of placementPolicies(manifests)) {
      for (const field of ['zoneSpreadConstraint', 'nodeSpreadConstraint'] as const) {
        const word = spec.at(field, 'whenUnsatisfiable');
        const skew = spec.at(field, 'maxSkew');
        if (word.text !== undefined && !words.includes(word.text)) {
          report('word', { field, word: word.text })
            .at(word.span)
            .fix('write ScheduleAnyway or DoNotSchedule');
        }
        if (skew.number !== undefined && skew.number < 1)
          report('skew', { field, skew: skew.number }).at(skew.span).fix('write maxSkew: 1');
      }
    }
  },
});
