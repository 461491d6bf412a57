import type { Manifest } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { projectNamespaces, projectPrefix } from '../project-namespaces.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { controllerGroup } from './objects.js';

const kinds = ['Cluster', 'SliceConfig', 'SliceQoSConfig', 'ServiceExportConfig'];

interface Params {
  readonly objects: readonly string[];
  readonly namespace: string;
}

/** Clusters, slices and profiles lie in the namespace that KubeSlice made for a Project. */
export const outsideProject = defineRule({
  id: 'slice/outside-project',
  severity: 'error',
  why: 'KubeSlice refuses these objects in a namespace without the label that it puts on the namespace of a project',
  source:
    'kubeslice/kubeslice-controller service/cluster_webhook_validation.go, service/slice_config_webhook_validation.go',
  messages: {
    none: (p: Params) =>
      `the ${firstOf(p.objects)} ${lie(p.objects)} in ${p.namespace}, which is the namespace of no project`,
    other: (p: Params) =>
      `the ${firstOf(p.objects)} ${lie(p.objects)} in ${p.namespace}, which none of the projects here makes`,
  },
  checkManifests(manifests, report) {
    const { made, problemOf } = projectNamespaces(manifests);
    const objects = kinds.flatMap((kind) => manifests.of(kind, controllerGroup));
    for (const [namespace, [first, ...others]] of byNamespace(objects)) {
      const problem = problemOf(namespace);
      if (!first || problem === undefined) continue;
      const meant = made.length === 1 ? made[0] : nearest(namespace, made);
      const names = [first, ...others].map(({ kind, name }) => `${kind} ${name}`);
      const open = report(problem, { objects: names, namespace }).at(
        first.root.at('metadata', 'namespace').span,
      );
      for (const { root } of others.slice(0, 3))
        open.related(root.at('metadata', 'namespace').span, 'this one too');
      open.fix(meant ? `write ${meant}` : `write ${projectPrefix} and the name of its Project`);
    }
  },
});

function lie(objects: readonly string[]): string {
  return objects.length === 1 ? 'lies' : 'lie';
}

function byNamespace(objects: readonly Manifest[]): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, Manifest[]>();
  for (const object of objects) {
    const { namespace } = object;
    if (namespace === undefined) continue;
    const present = found.get(namespace);
    if (present) present.push(object);
    else found.set(namespace, [object]);
  }
  return found;
}
