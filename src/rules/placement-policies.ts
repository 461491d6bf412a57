import type { Field, Manifest, ManifestSet } from '../manifests/index.js';
import type { DatabaseObject } from './database-objects.js';

/** One rule of a PlacementPolicy: which replicas are on a cluster. */
export interface DistributionRule {
  readonly field: Field;
  readonly cluster: string | undefined;
  /** The indices that are whole numbers; another type is for the schema to refuse. */
  readonly indices: readonly { readonly index: number; readonly field: Field }[];
}

/** A PlacementPolicy among the manifests. */
export interface PlacementPolicyManifest {
  readonly manifest: Manifest;
  readonly name: string;
  readonly spec: Field;
  /** True when it says which replica is on which cluster. */
  readonly distributes: boolean;
  readonly rules: readonly DistributionRule[];
}

/** The PlacementPolicies among the manifests. */
export function placementPolicies(manifests: ManifestSet): PlacementPolicyManifest[] {
  return manifests.of('PlacementPolicy', 'apps.k8s.appscode.com').map((manifest) => {
    const spec = manifest.root.at('spec');
    const constraint = spec.at('clusterSpreadConstraint');
    return {
      manifest,
      name: manifest.name,
      spec,
      distributes: constraint.given,
      rules: constraint.at('distributionRules').items().map(distributionRule),
    };
  });
}

/** The PlacementPolicies by name; of two with one name the first. */
export function policiesByName(manifests: ManifestSet): ReadonlyMap<string, PlacementPolicyManifest> {
  const byName = new Map<string, PlacementPolicyManifest>();
  for (const policy of placementPolicies(manifests))
    if (!byName.has(policy.name)) byName.set(policy.name, policy);
  return byName;
}

/** True when the indices are 0 to n-1, each once. */
export function isGapless({ rules }: PlacementPolicyManifest): boolean {
  const indices = rules.flatMap((rule) => rule.indices.map(({ index }) => index)).sort((a, b) => a - b);
  return indices.every((index, position) => index === position);
}

/** Replicas that the rules name; of an index in two rules the first counts, as it does for the controller. */
export function clustersByIndex({ rules }: PlacementPolicyManifest): ReadonlyMap<number, DistributionRule> {
  const byIndex = new Map<number, DistributionRule>();
  for (const rule of rules)
    for (const { index } of rule.indices) if (!byIndex.has(index)) byIndex.set(index, rule);
  return byIndex;
}

function distributionRule(field: Field): DistributionRule {
  const indices = field
    .at('replicaIndices')
    .items()
    .flatMap((each) =>
      Number.isInteger(each.number) ? [{ index: each.number as number, field: each }] : [],
    );
  return { field, cluster: field.at('clusterName').text, indices };
}

/** The clusters that a distributed database has replicas on, each once, as far as its policy is among the manifests. */
export function clustersOf(
  { distributed, policy }: Pick<DatabaseObject, 'distributed' | 'policy'>,
  policies: ReadonlyMap<string, PlacementPolicyManifest>,
): string[] {
  const rules = distributed ? (policies.get(policy)?.rules ?? []) : [];
  return [...new Set(rules.flatMap(({ cluster }) => cluster ?? []))];
}
