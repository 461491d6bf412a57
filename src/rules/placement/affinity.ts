import type { Report } from '../../diagnostics/index.js';
import type { Field, ManifestSet } from '../../manifests/index.js';
import { databaseObjects } from '../database-objects.js';
import { clustersByIndex, type PlacementPolicyManifest, placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

const messages = {
  replicas: (p: { text: string }) => `${p.text} is neither a number of replicas nor an expression over obj`,
  few: (p: { policy: string; key: string; replicas: number; wanted: number }) =>
    `the domains of ${p.key} take ${p.replicas} replicas, and ${p.policy} is to place ${p.wanted}`,
  word: (p: { word: string }) => `an affinity does not know whenUnsatisfiable: ${p.word}`,
  weight: (p: { weight: number }) => `the weight is ${p.weight}, outside 1 to 100`,
};

/** The node affinity of a PlacementPolicy can be reckoned, has room for every replica and makes a valid pod. */
export const affinity = defineRule({
  id: 'placement/affinity',
  severity: 'error',
  why: 'the controller cannot reckon where the next replica goes, or the API server refuses its pod: it is never made; with another word for whenUnsatisfiable the rule is passed over',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages,
  checkManifests(manifests, report) {
    const asked = replicasByPolicy(manifests);
    for (const policy of placementPolicies(manifests)) {
      // A policy may place more than there are.
      const replicas = asked.get(policy.name) ?? clustersByIndex(policy).size;
      for (const rule of policy.spec.at('affinity', 'nodeAffinity').items())
        checkRule(policy, rule, replicas, report);
    }
  },
});

/** The most replicas of a database that takes the policy. */
function replicasByPolicy(manifests: ManifestSet): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { policy, replicas } of databaseObjects(manifests))
    most.set(policy, Math.max(replicas, most.get(policy) ?? 0));
  return most;
}

function checkRule(
  policy: PlacementPolicyManifest,
  rule: Field,
  replicas: number,
  report: Report<typeof messages>,
): void {
  const word = rule.at('whenUnsatisfiable');
  const weight = rule.at('weight');
  if (word.text !== undefined && word.text !== 'DoNotSchedule' && word.text !== 'ScheduleAnyway') {
    report('word', { word: word.text }).at(word.span).fix('write ScheduleAnyway or DoNotSchedule');
  }
  // The weight of a rule that must be met is not used.
  const weighed = word.text === 'ScheduleAnyway' ? weight.number : undefined;
  if (weighed !== undefined && (weighed < 1 || weighed > 100))
    report('weight', { weight: weighed }).at(weight.span).fix('write 50, the default, or 1 to 100');
  checkDomains(policy, rule, replicas, report);
}

function checkDomains(
  policy: PlacementPolicyManifest,
  rule: Field,
  wanted: number,
  report: Report<typeof messages>,
): void {
  let sum = 0;
  for (const domain of rule.at('domains').items()) {
    const { text, span } = domain.at('replicas');
    const count = replicasOf(text);
    if (count === 'wrong') {
      report('replicas', { text: text ?? '' })
        .at(span)
        .fix(
          'write a whole number in quotes, "" for all that are left, or a CEL expression such as obj.spec.replicas / 2',
        );
    }
    sum += typeof count === 'number' ? count : Number.POSITIVE_INFINITY;
  }
  if (sum >= wanted) return;
  const key = rule.at('topologyKey').text ?? '';
  report('few', { policy: policy.name, key, replicas: sum, wanted })
    .at(rule.at('domains').span)
    .fix(
      'write replicas: "" in the last domain, for all that are left: the count is over all clusters together',
    );
}

/** A number, an expression that only the controller can reckon, or neither. -1 stands for all that are left, as "" does. */
function replicasOf(text: string | undefined): number | 'open' | 'wrong' {
  if (text === undefined || text === '' || text === '-1') return 'open';
  if (/^[-+]?\d+$/.test(text)) return Number(text) < 0 ? 'wrong' : Number(text);
  return /\bobj\b/.test(text) || /\d\s*[-+*/%]\s*\(?\d/.test(text) ? 'open' : 'wrong';
}
