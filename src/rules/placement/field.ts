import type { Field } from '../../manifests/index.js';
import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

/** A PlacementPolicy has only fields that the CRD of a KubeDB release has. */
export const field = defineRule({
  id: 'placement/field',
  severity: 'error',
  why: 'the API server drops the field without a word, and what it says does not happen',
  source: 'kubeops/petset crds/apps.k8s.appscode.com_placementpolicies.yaml',
  messages: {
    old: (p: { name: string }) => `${p.name} has spec.ocm, the shape before KubeDB v2025.8.31`,
    future: (p: { field: string }) => `no KubeDB release has the field ${p.field}`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, rules } of placementPolicies(manifests)) {
      const old = spec.at('ocm');
      if (old.given) {
        report('old', { name })
          .at(old.keySpan)
          .fix(
            'write spec.clusterSpreadConstraint instead: slice { projectNamespace, sliceName } and distributionRules of clusterName and replicaIndices',
          );
      }
      const future: [string, Field][] = [
        ['failoverPolicy', spec.at('clusterSpreadConstraint', 'failoverPolicy')],
        ['failoverPolicy', spec.at('failoverPolicy')],
        ...rules.map((rule): [string, Field] => ['role', rule.field.at('role')]),
      ];
      const [first, ...others] = future.filter(([, { given }]) => given);
      if (!first) continue;
      const open = report('future', { field: first[0] }).at(first[1].keySpan);
      for (const [, other] of others) open.related(other.keySpan, 'so has this');
      open.fix(
        `remove ${others.length === 0 ? 'it' : 'them'}: every cluster of a rule holds replicas that vote`,
      );
    }
  },
});
