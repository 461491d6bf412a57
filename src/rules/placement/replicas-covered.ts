import type { Field } from '../../manifests/index.js';
import { type DatabaseObject, databaseObjects, restoresArchive } from '../database-objects.js';
import { clustersByIndex, isGapless, policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';

/** A PlacementPolicy gives a cluster to every replica of the databases that take it. */
export const replicasCovered = defineRule({
  id: 'placement/replicas-covered',
  severity: 'error',
  why: 'the database is taken, and what the operator makes of it is refused: it stays in Provisioning, and only the operator’s log says why',
  source: 'kubeops/petset pkg/webhooks/apps/v1/petset.go',
  messages: {
    few: (p: { who: string; replicas: number; policy: string; indices: number }) =>
      `${p.who} has ${p.replicas} replicas, and its PlacementPolicy ${p.policy} places ${p.indices}`,
  },
  checkManifests(manifests, report) {
    const policies = policiesByName(manifests);
    for (const user of databaseObjects(manifests).flatMap(users)) {
      const policy = policies.get(user.policy);
      if (!policy?.distributes || !isGapless(policy)) continue;
      const indices = clustersByIndex(policy).size;
      if (indices === 0 || indices >= user.replicas || user.refused) continue;
      report('few', { who: user.who, replicas: user.replicas, policy: policy.name, indices })
        .at(user.field.span)
        .related(
          policy.spec.at('clusterSpreadConstraint', 'distributionRules').keySpan,
          `0 to ${indices - 1}`,
        )
        .fix(
          `add ${missing(indices, user.replicas)} to the policy first; more than there are replicas is no harm`,
        );
    }
  },
});

interface User {
  readonly who: string;
  readonly replicas: number;
  readonly policy: string;
  readonly field: Field;
  /** True for a number that kubedb/replicas refuses: the policy follows the number, not the other way round. */
  readonly refused: boolean;
}

/** A distributed database and its groups of read replicas. */
function users(database: DatabaseObject): User[] {
  const { name, spec, distributed, replicas, policy } = database;
  if (!distributed) return [];
  const refused = replicas % 2 === 0 && !restoresArchive(database);
  const groups = spec
    .at('readReplicas')
    .items()
    .map((group) => ({
      who: `the group ${group.at('name').text ?? ''} of ${name}`,
      replicas: group.at('replicas').number ?? 1,
      policy: group.at('podPlacementPolicy', 'name').text ?? 'default',
      field: group.at('replicas'),
      refused: false,
    }));
  return [{ who: name, replicas, policy, field: spec.at('replicas'), refused }, ...groups];
}

function missing(from: number, to: number): string {
  return to - from === 1 ? `the index ${from}` : `the indices ${from} to ${to - 1}`;
}
