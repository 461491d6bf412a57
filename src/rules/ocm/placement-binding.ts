import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A Placement chooses from sets that are bound in its namespace. */
export const placementBinding = defineRule({
  id: 'ocm/placement-binding',
  severity: 'warning',
  why: 'a Placement sees only the cluster sets bound in its own namespace: with none it selects nothing, and nothing says so but its status',
  source: 'open-cluster-management-io/api cluster/v1beta1/types_placement.go',
  messages: {
    none: (p: { placement: string; namespace: string }) =>
      `no ManagedClusterSetBinding lies in ${p.namespace}, the namespace of the Placement ${p.placement}`,
    set: (p: { placement: string; set: string; bound: readonly string[] }) =>
      `the Placement ${p.placement} chooses from ${p.set}, but its namespace binds ${listed(p.bound)}`,
  },
  checkManifests(manifests, report) {
    const bound = new Map<string, string[]>();
    for (const { name, namespace, root } of manifests.of(
      'ManagedClusterSetBinding',
      'cluster.open-cluster-management.io',
    )) {
      if (namespace === undefined) continue;
      const sets = bound.get(namespace) ?? [];
      sets.push(root.at('spec', 'clusterSet').text ?? name);
      bound.set(namespace, sets);
    }
    // Without any binding among the manifests they are made elsewhere.
    if (bound.size === 0) return;
    for (const { name, namespace, root } of manifests.of('Placement', 'cluster.open-cluster-management.io')) {
      if (namespace === undefined) continue;
      const sets = bound.get(namespace);
      if (!sets) {
        report('none', { placement: name, namespace })
          .at(root.at('metadata', 'namespace').span)
          .fix('bind the cluster set there, or put the Placement where it is bound');
        continue;
      }
      for (const set of root.at('spec', 'clusterSets').items()) {
        if (set.text === undefined || sets.includes(set.text)) continue;
        report('set', { placement: name, set: set.text, bound: sets })
          .at(set.span)
          .fix(`bind ${set.text} in ${namespace}, or choose from what is bound`);
      }
    }
  },
});
