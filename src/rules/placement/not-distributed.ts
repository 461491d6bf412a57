import { databaseObjects } from '../database-objects.js';
import { policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';

/** A database with a PlacementPolicy over clusters is distributed. */
export const notDistributed = defineRule({
  id: 'placement/not-distributed',
  severity: 'warning',
  why: 'without distributed: true all replicas run on the cluster of the object, whatever the policy says of clusters, and switching it on later leaves their volumes behind',
  source: 'kubeops/petset pkg/webhooks/apps/v1/petset.go',
  messages: {
    local: (p: { database: string; policy: string }) =>
      `${p.database} takes the PlacementPolicy ${p.policy}, which is over clusters, but is not distributed`,
  },
  checkManifests(manifests, report) {
    const policies = policiesByName(manifests);
    for (const { name, spec, distributed, policy } of databaseObjects(manifests)) {
      const field = spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name');
      if (distributed || !field.given || !policies.get(policy)?.distributes) continue;
      report('local', { database: name, policy })
        .at(field.span)
        .fix(
          'add distributed: true before the database is made, or take a policy without clusterSpreadConstraint',
        );
    }
  },
});
