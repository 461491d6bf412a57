import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const kinds = ['Cluster', 'SliceConfig', 'SliceQoSConfig', 'ServiceExportConfig'];

/** How the namespaces of projects start. */
const prefix = 'kubeslice-';

/** Namespaces that start like a project's and are none. */
const others: readonly string[] = [
  'kubeslice-controller',
  'kubeslice-system',
  'kubeslice-nsm-webhook-system',
];

/** Clusters, slices and profiles lie in the namespace that KubeSlice made for a Project. */
export const outsideProject = defineRule({
  id: 'slice/outside-project',
  severity: 'error',
  why: 'KubeSlice refuses these objects in a namespace without the label that it puts on the namespace of a project',
  source:
    'kubeslice/kubeslice-controller service/cluster_webhook_validation.go, service/slice_config_webhook_validation.go',
  messages: {
    none: (p: { kind: string; name: string; namespace: string }) =>
      `the ${p.kind} ${p.name} lies in ${p.namespace}, which is the namespace of no project`,
    other: (p: { kind: string; name: string; namespace: string }) =>
      `the ${p.kind} ${p.name} lies in ${p.namespace}, which none of the projects here makes`,
  },
  checkManifests(manifests, report) {
    const made = manifests.of('Project', controllerGroup).map(({ name }) => prefix + name);
    const known = new Set(made);
    for (const kind of kinds) {
      for (const { name, namespace, root } of manifests.of(kind, controllerGroup)) {
        if (namespace === undefined || known.has(namespace)) continue;
        const impossible = !namespace.startsWith(prefix) || others.includes(namespace);
        if (!impossible && made.length === 0) continue;
        const meant = made.length === 1 ? made[0] : nearest(namespace, made);
        report(impossible ? 'none' : 'other', { kind, name, namespace })
          .at(root.at('metadata', 'namespace').span)
          .fix(meant ? `write ${meant}` : `write ${prefix} and the name of its Project`);
      }
    }
  },
});
