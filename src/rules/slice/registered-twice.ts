import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { fileOf, Meetings, projectSpan, type SlicedPlan, slicedPlans } from '../sliced-plans.js';
import { firstOf } from '../words.js';
import { controllerGroup } from './objects.js';

/** A cluster is registered with one project. One topology has no second. */
export const registeredTwice = defineRule({
  id: 'slice/registered-twice',
  severity: 'error',
  why: 'nothing stops a second registration, but a cluster runs one worker, which reports to one project: the other waits for ever, and its slice is refused',
  source:
    'kube-slice/kubeslice-controller ocm/manager.go; kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages: {
    projects: (p: { clusters: readonly string[]; project: string; other: string; file: string }) =>
      `${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'is' : 'are'} in the KubeSlice project ${p.project} here and in ${p.other} in ${p.file}`,
    twice: (p: { cluster: string; namespace: string; other: string }) =>
      `the Cluster ${p.cluster} is registered in ${p.other} and in ${p.namespace}`,
  },
  checkProgram(plans, report) {
    const first = new Map<string, SlicedPlan>();
    for (const here of slicedPlans(plans)) {
      const meetings = new Meetings<SlicedPlan>();
      for (const { name } of here.slice.members) {
        // A cluster of two hubs is program/two-hubs.
        const key = `${here.hub.name}/${name}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, here);
        else if (earlier.slice.project !== here.slice.project) meetings.add(earlier, name);
      }
      for (const [earlier, clusters] of meetings.entries()) {
        const { project } = earlier.slice;
        report('projects', {
          clusters,
          project: here.slice.project,
          other: project,
          file: fileOf(earlier.plan),
        })
          .at(projectSpan(here), 'the project here')
          .related(projectSpan(earlier), 'the project there')
          .fix(
            `write under slice: project: ${project}, and let the slices share it; or describe all in one topology`,
          );
      }
    }
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
