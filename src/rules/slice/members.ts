import { nearest } from '../../topology/index.js';
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
        if (text === undefined || known.has(text) || reported.has(text)) continue;
        reported.add(text);
        const meant = nearest(text, [...known]);
        report('unregistered', { slice, cluster: text, namespace })
          .at(span)
          .fix(meant ? `did you mean ${meant}?` : `add the Cluster ${text}, or remove it here`);
      }
    }
  },
});
