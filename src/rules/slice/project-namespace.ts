import { kubesliceControllerNamespace } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** A Project lies in the namespace of the KubeSlice controller. A topology has no say in it. */
export const projectNamespace = defineRule({
  id: 'slice/project-namespace',
  severity: 'error',
  why: 'KubeSlice refuses a Project anywhere but in the namespace of its controller, and looks projects up in kubeslice-controller wherever it was installed',
  source: 'kubeslice/kubeslice-controller service/project_webhook_validation.go',
  messages: {
    elsewhere: (p: { project: string; namespace: string }) =>
      `the Project ${p.project} lies in ${p.namespace}, not in ${kubesliceControllerNamespace}`,
  },
  checkManifests(manifests, report) {
    for (const { name, namespace, root } of manifests.of('Project', controllerGroup)) {
      if (namespace === undefined || namespace === kubesliceControllerNamespace) continue;
      const { span } = root.at('metadata', 'namespace');
      report('elsewhere', { project: name, namespace })
        .at(span)
        .fix(`write ${kubesliceControllerNamespace}`)
        .edit(span, kubesliceControllerNamespace);
    }
  },
});
