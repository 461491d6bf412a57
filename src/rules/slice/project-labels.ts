import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { controllerGroup } from './objects.js';

/** A Project carries no labels: they do not stay. dbspan writes none. */
export const projectLabels = defineRule({
  id: 'slice/project-labels',
  severity: 'warning',
  why: 'at the end of every reconcile KubeSlice replaces all labels of a Project by one of its own, so a GitOps tool that tracks by label loses the object or writes for ever',
  source: 'kubeslice/kubeslice-controller service/project_service.go',
  messages: {
    wiped: (p: { project: string; labels: readonly string[] }) =>
      `KubeSlice wipes the labels of the Project ${p.project}: ${firstOf(p.labels)}`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Project', controllerGroup)) {
      const labels = root.at('metadata', 'labels');
      const names = labels.entries().map(([label]) => label);
      const own = names.filter((label) => label !== 'kubeslice-project-namespace');
      if (own.length === 0) continue;
      report('wiped', { project: name, labels: own })
        .at(labels.keySpan)
        .fix('remove them, or make annotations of them; Argo CD can track by annotation');
    }
  },
});
