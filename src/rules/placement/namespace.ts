import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

/** A PlacementPolicy has no namespace. */
export const namespace = defineRule({
  id: 'placement/namespace',
  severity: 'warning',
  why: 'the object is cluster-scoped and the namespace is dropped, so that policies of one name in two namespaces are one object and the later overwrites the earlier',
  source: 'kubeops/petset crds/apps.k8s.appscode.com_placementpolicies.yaml',
  messages: {
    given: (p: { name: string; namespace: string }) =>
      `the PlacementPolicy ${p.name} has the namespace ${p.namespace}, but is cluster-scoped`,
  },
  checkManifests(manifests, report) {
    for (const { name, manifest } of placementPolicies(manifests)) {
      const { namespace, root } = manifest;
      if (namespace === undefined || namespace === '') continue;
      report('given', { name, namespace })
        .at(root.at('metadata', 'namespace').span)
        .fix(`remove it; a name that says it all is ${namespace}-${name}`);
    }
  },
});
