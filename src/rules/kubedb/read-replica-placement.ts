import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** The read replica groups of a distributed Postgres name a PlacementPolicy of their own. */
export const readReplicaPlacement = defineRule({
  id: 'kubedb/read-replica-placement',
  severity: 'warning',
  why: 'a group that names no policy takes the one called default, which says nothing about clusters, and its pods are never made',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_types.go',
  messages: {
    standard: (p: { database: string; groups: readonly string[] }) =>
      `${p.database} is distributed, and its read replicas ${listed(p.groups)} take the PlacementPolicy default`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, distributed } of postgresObjects(manifests)) {
      if (!distributed) continue;
      const groups = spec
        .at('readReplicas')
        .items()
        .filter((group) => (group.at('podPlacementPolicy', 'name').text ?? 'default') === 'default');
      const [first] = groups;
      if (!first) continue;
      const policy = first.at('podPlacementPolicy', 'name');
      report('standard', { database: name, groups: groups.map((group) => group.at('name').text ?? '') })
        .at(policy.given ? policy.span : first.at('name').span)
        .fix(
          'write podPlacementPolicy: { name: … } in each, a PlacementPolicy that gives every index from 0 to the group’s last a cluster',
        );
    }
  },
});
