import { defineRule } from '../rule.js';

/** A ManagedClusterSetBinding is called like the set it binds. */
export const setBinding = defineRule({
  id: 'ocm/set-binding',
  severity: 'error',
  why: 'the webhook of the hub refuses a binding of another name',
  source:
    'open-cluster-management-io/ocm pkg/registration/webhook/v1beta2/managedclustersetbinding_validating.go',
  messages: {
    name: (p: { binding: string; set: string }) =>
      `the ManagedClusterSetBinding ${p.binding} binds ${p.set}: the two must be one name`,
    none: (p: { binding: string }) => `the ManagedClusterSetBinding ${p.binding} names no clusterSet`,
  },
  checkManifests(manifests, report) {
    const bindings = manifests.of('ManagedClusterSetBinding', 'cluster.open-cluster-management.io');
    for (const { name, root } of bindings) {
      const set = root.at('spec', 'clusterSet');
      if (set.text === name) continue;
      if (set.text === undefined) {
        if (!set.given)
          report('none', { binding: name }).at(root.at('spec').keySpan).fix(`write clusterSet: ${name}`);
        continue;
      }
      report('name', { binding: name, set: set.text })
        .at(root.at('metadata', 'name').span)
        .related(set.span, 'the set')
        .fix(`call it ${set.text}, or write clusterSet: ${name}`);
    }
  },
});
