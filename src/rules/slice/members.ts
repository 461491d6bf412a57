import type { ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { projectNamespaces } from '../project-namespaces.js';
import { defineRule } from '../rule.js';
import { controllerGroup, repeatsOf, sliceConfigsOf } from './objects.js';

/** A SliceConfig names each member once, and each is registered in its project. A topology writes both. */
export const members = defineRule({
  id: 'slice/members',
  severity: 'error',
  why: 'KubeSlice refuses a slice that names a cluster twice, or one that is not registered in its project',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    twice: (p: { slice: string; cluster: string }) => `the SliceConfig ${p.slice} names ${p.cluster} twice`,
    unregistered: (p: { slice: string; cluster: string; namespace: string }) =>
      `the SliceConfig ${p.slice} names ${p.cluster}, and no Cluster here registers it in ${p.namespace}`,
  },
  checkManifests(manifests, report) {
    const registered = new Map<string, Set<string>>();
    for (const { name, namespace = '' } of manifests.of('Cluster', controllerGroup)) {
      const names = registered.get(namespace);
      if (names) names.add(name);
      else registered.set(namespace, new Set([name]));
    }
    const elsewhere = reportedElsewhere(manifests);
    for (const { name: slice, namespace = '', root } of sliceConfigsOf(manifests)) {
      const known = registered.get(namespace);
      const clusters = root.at('spec', 'clusters').items();
      for (const { text, first, again } of repeatsOf(clusters)) {
        if (known && !known.has(text)) continue;
        report('twice', { slice, cluster: text })
          .at(again.span, 'again here')
          .related(first.span, 'first here')
          .fix('keep the first: the order decides subnets');
      }
      if (!known) continue;
      const reported = new Set<string>();
      for (const { text, span } of clusters) {
        if (text === undefined || known.has(text) || reported.has(text) || elsewhere.has(text)) continue;
        reported.add(text);
        const meant = nearest(text, [...known]);
        report('unregistered', { slice, cluster: text, namespace })
          .at(span)
          .fix(meant ? `did you mean ${meant}?` : `add the Cluster ${text}, or remove it here`);
      }
    }
  },
});

/**
 * Names that a slice may have although no Cluster of its project has them: that Cluster lies where none can be, which is
 * slice/outside-project, or has a name that OCM does not know in place of one it does, which is ocm/unknown-cluster.
 */
function reportedElsewhere(manifests: ManifestSet): ReadonlySet<string> {
  const { problemOf } = projectNamespaces(manifests);
  const clusters = manifests.of('Cluster', controllerGroup);
  const names = new Set(clusters.filter(({ namespace }) => problemOf(namespace)).map(({ name }) => name));
  const managed = manifests
    .of('ManagedCluster', 'cluster.open-cluster-management.io')
    .map(({ name }) => name);
  const known = new Set(managed);
  if (known.size === 0) return names;
  const registered = new Set(clusters.map(({ name }) => name));
  const free = managed.filter((name) => !registered.has(name));
  for (const { name } of clusters) {
    const meant = known.has(name) ? undefined : nearest(name, free);
    if (meant !== undefined) names.add(meant);
  }
  return names;
}
