import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { fileOf, Meetings, projectSpan, type SlicedPlan, slicedPlans } from './plans.js';

/** A cluster belongs to one KubeSlice project. */
export const twoProjects = defineRule({
  id: 'program/two-projects',
  severity: 'error',
  why: 'a cluster runs one KubeSlice worker, which reports to one project: the registration in the other is never completed, and its slice is refused',
  source: 'kube-slice/kubeslice-controller ocm/manager.go',
  messages: {
    projects: (p: { clusters: readonly string[]; project: string; other: string; file: string }) =>
      `${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'is' : 'are'} in the KubeSlice project ${p.project} here and in ${p.other} in ${p.file}`,
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
});
