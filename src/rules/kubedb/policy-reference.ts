import type { Report } from '../../diagnostics/index.js';
import { nearest } from '../../topology/index.js';
import { type DatabaseObject, databaseObjects, policyField } from '../database-objects.js';
import { type PlacementPolicyManifest, policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';

const messages = {
  none: (p: { database: string }) =>
    `${p.database} is distributed and names no PlacementPolicy, so it gets the one called default`,
  standard: (p: { database: string }) =>
    `${p.database} is distributed by the PlacementPolicy default, which KubeDB installs without clusters`,
  unknown: (p: { database: string; policy: string }) =>
    `${p.database} is distributed by the PlacementPolicy ${p.policy}, which is not among the manifests`,
  clusters: (p: { database: string; policy: string }) =>
    `${p.database} is distributed by the PlacementPolicy ${p.policy}, which has no clusterSpreadConstraint`,
};

/** A distributed database names a PlacementPolicy of its own that says its clusters. */
export const policyReference = defineRule({
  id: 'kubedb/policy-reference',
  severity: 'error',
  why: 'the webhook refuses a distributed database unless its PlacementPolicy is there already and spreads it over clusters',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubeops/installer charts/petset/templates/placementpolicies/default.yaml',
  messages,
  checkManifests(manifests, report) {
    const policies = policiesByName(manifests);
    // One of the kind that guides speak of is placement/kind.
    const mistaken = new Set(
      manifests.all.filter(({ kind }) => kind === 'PodPlacementPolicy').map(({ name }) => name),
    );
    for (const database of databaseObjects(manifests))
      if (database.distributed && !mistaken.has(database.policy)) checkPolicy(database, policies, report);
  },
});

function checkPolicy(
  database: DatabaseObject,
  policies: ReadonlyMap<string, PlacementPolicyManifest>,
  report: Report<typeof messages>,
): void {
  const { name, spec } = database;
  const field = policyField(spec);
  const policy = field.text ?? '';
  if (policy === '' || policy === 'default') {
    // One of that name with clusters is placement/default-name.
    if (policies.get('default')?.distributes) return;
    const given = policy === 'default';
    report(given ? 'standard' : 'none', { database: name })
      .at(given ? field.span : spec.at('distributed').span)
      .fix('name a PlacementPolicy of its own as spec.podTemplate.spec.podPlacementPolicy.name');
    return;
  }
  const found = policies.get(policy);
  if (found) {
    if (found.distributes) return;
    report('clusters', { database: name, policy })
      .at(field.span)
      .related(found.spec.keySpan, 'the policy')
      .fix('add clusterSpreadConstraint with distributionRules and slice to the policy');
  } else if (policies.size > 0) {
    const meant = nearest(policy, policies.keys());
    report('unknown', { database: name, policy })
      .at(field.span)
      .fix(meant ? `did you mean ${meant}?` : 'add it, to be applied before the database');
  }
}
