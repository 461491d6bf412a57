import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** A cluster is registered with one project. In a topology there is one. */
export const registeredTwice = defineRule({
  id: 'slice/registered-twice',
  severity: 'warning',
  why: 'nothing stops a second registration, but a cluster runs one worker, which reports to one project, so that the other waits for ever',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages: {
    twice: (p: { cluster: string; namespace: string; other: string }) =>
      `the Cluster ${p.cluster} is registered in ${p.other} and in ${p.namespace}`,
  },
  checkManifests(manifests, report) {
    const first = new Map<string, Manifest>();
    for (const manifest of manifests.of('Cluster', controllerGroup)) {
      const { name, namespace, root } = manifest;
      if (namespace === undefined) continue;
      const other = first.get(name);
      if (!other) first.set(name, manifest);
      if (!other || other.namespace === namespace) continue;
      report('twice', { cluster: name, namespace, other: other.namespace ?? '' })
        .at(root.at('metadata', 'namespace').span, 'again here')
        .related(other.root.at('metadata', 'namespace').span, 'first here')
        .fix('keep it in one project, and put the slices that need it there');
    }
  },
});
