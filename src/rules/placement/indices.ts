import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { type PlacementPolicyManifest, placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

const messages = {
  negative: (p: { index: number }) => `there is no replica ${p.index}`,
  twice: (p: { policy: string; index: number }) => `${p.policy} gives the index ${p.index} twice`,
  gap: (p: { policy: string; missing: number; beyond: number }) =>
    `${p.policy} gives the index ${p.beyond} a cluster, but not ${p.missing}`,
  none: (p: { policy: string }) => `${p.policy} gives no replica a cluster`,
};

/** The indices of a PlacementPolicy are 0 to n-1, each once over all rules. In a topology topology/ordinals sees to it. */
export const indices = defineRule({
  id: 'placement/indices',
  severity: 'error',
  why: 'the pod of an index that is nowhere is never made and those after it wait, of one on two clusters the first rule silently wins, and from KubeDB v2026.6.19 on no webhook looks',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages,
  checkManifests(manifests, report) {
    for (const policy of placementPolicies(manifests)) if (policy.distributes) checkPolicy(policy, report);
  },
});

function checkPolicy(policy: PlacementPolicyManifest, report: Report<typeof messages>): void {
  const { name, rules, spec } = policy;
  const seen = new Map<number, Field>();
  let sound = true;
  for (const { index, field } of rules.flatMap((rule) => rule.indices)) {
    const first = seen.get(index);
    if (index < 0) {
      sound = false;
      report('negative', { index }).at(field.span).fix('number the replicas from 0');
    } else if (first) {
      sound = false;
      report('twice', { policy: name, index })
        .at(field.span, 'again here')
        .related(first.span, 'first here')
        .fix('leave it to the cluster that holds it now: the first of the two');
    } else seen.set(index, field);
  }
  // An index that is given twice is missing elsewhere: that is the same mistake.
  if (!sound) return;
  const list = spec.at('clusterSpreadConstraint', 'distributionRules');
  if (seen.size === 0) {
    if (Array.isArray(list.value) && !hasOtherIndices(policy)) {
      report('none', { policy: name }).at(list.span).fix('give each replica, from 0, to one cluster');
    }
    return;
  }
  checkGap(name, seen, report);
}

/** Indices of another type are for the schema to refuse. */
function hasOtherIndices({ rules }: PlacementPolicyManifest): boolean {
  return rules.some(({ field, indices }) => field.at('replicaIndices').items().length > indices.length);
}

function checkGap(policy: string, seen: ReadonlyMap<number, Field>, report: Report<typeof messages>): void {
  let missing = 0;
  while (seen.has(missing)) missing++;
  if (missing === seen.size) return;
  let beyond = Number.POSITIVE_INFINITY;
  for (const index of seen.keys()) if (index > missing && index < beyond) beyond = index;
  const at = seen.get(beyond);
  if (!at) return;
  report('gap', { policy, missing, beyond })
    .at(at.span)
    .fix(`add ${missing} to one of the rules; where ${beyond} runs already, it keeps its cluster`);
}
