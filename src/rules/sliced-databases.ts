import type { Field, Manifest, ManifestSet } from '../manifests/index.js';
import { type DatabaseObject, databaseObjects } from './database-objects.js';
import { type PlacementPolicyManifest, policiesByName } from './placement-policies.js';

/** The slice a PlacementPolicy names, as its fields say. */
export function sliceFields({ spec }: PlacementPolicyManifest): {
  readonly namespace: Field;
  readonly name: Field;
} {
  const slice = spec.at('clusterSpreadConstraint', 'slice');
  return { namespace: slice.at('projectNamespace'), name: slice.at('sliceName') };
}

/** The SliceConfigs among the manifests. */
export function sliceConfigs(manifests: ManifestSet): readonly Manifest[] {
  return manifests.of('SliceConfig', 'controller.kubeslice.io');
}

/** The SliceConfig of a PlacementPolicy; one that says no namespace may be in any. */
export function sliceOf(policy: PlacementPolicyManifest, slices: readonly Manifest[]): Manifest | undefined {
  const { namespace, name } = sliceFields(policy);
  return slices.find(
    (slice) =>
      slice.name === name.text && (slice.namespace === undefined || slice.namespace === namespace.text),
  );
}

/** A distributed database with its policy and the policy's slice, all among the manifests. */
export interface SlicedDatabase {
  readonly database: DatabaseObject;
  readonly policy: PlacementPolicyManifest;
  readonly slice: Manifest;
}

/** The distributed databases whose policy and slice are among the manifests. */
export function slicedDatabases(manifests: ManifestSet): SlicedDatabase[] {
  const slices = sliceConfigs(manifests);
  if (slices.length === 0) return [];
  const policies = policiesByName(manifests);
  return databaseObjects(manifests).flatMap((database) => {
    const policy = database.distributed ? policies.get(database.policy) : undefined;
    const slice = policy && sliceOf(policy, slices);
    return policy && slice ? [{ database, policy, slice }] : [];
  });
}

/** Clusters on which each application namespace of a slice joins; `*` stands for all. */
export function joinedNamespaces(slice: Manifest): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, Set<string>>();
  const list = slice.root.at('spec', 'namespaceIsolationProfile', 'applicationNamespaces');
  for (const entry of list.items()) {
    const namespace = entry.at('namespace').text;
    if (namespace === undefined) continue;
    const clusters = joined.get(namespace) ?? new Set<string>();
    if (!entry.at('clusters').given) clusters.add('*');
    for (const { text } of entry.at('clusters').items()) if (text !== undefined) clusters.add(text);
    joined.set(namespace, clusters);
  }
  return joined;
}
