import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const ending = '-default-slice';

/** How the namespaces of projects start. */
const prefix = 'kubeslice-';

/** No slice has the name that KubeSlice keeps for the one it makes itself. */
export const defaultSlice = defineRule({
  id: 'slice/default-slice',
  severity: 'error',
  why: 'KubeSlice takes a slice of this name for the project’s own default slice: it refuses namespaces on all clusters in it, lets other slices take its namespaces, and with defaultSliceCreation writes it itself',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, service/project_service.go',
  messages: {
    topology: (p: { slice: string; project: string }) =>
      `${p.slice} is the name of the default slice of the project ${p.project}`,
    everywhere: (p: { slice: string; namespace: string }) =>
      `${p.slice}, the default slice of its project, has the namespace ${p.namespace} on all clusters`,
    both: (p: { slice: string; project: string }) =>
      `${p.slice} is written here, and the project ${p.project} makes it as well`,
  },
  checkTopology({ slice, metadata }, report) {
    if (!slice) return;
    const project = slice.project ?? metadata.name;
    if (slice.name !== project + ending) return;
    report('topology', { slice: slice.name, project })
      .at(valueSpan(slice, 'name'))
      .fix(`choose another name, such as ${project.length <= 15 ? project : 'databases'}`);
  },
  checkManifests(manifests, report) {
    const projects = new Map(
      manifests.of('Project', 'controller.kubeslice.io').map(({ name, root }) => [name, root]),
    );
    for (const { name, namespace, root } of manifests.of('SliceConfig', 'controller.kubeslice.io')) {
      if (!namespace?.startsWith(prefix)) continue;
      const project = namespace.slice(prefix.length);
      if (name !== project + ending) continue;
      const creation = projects.get(project)?.at('spec', 'defaultSliceCreation');
      if (creation?.flag === true) {
        report('both', { slice: name, project })
          .at(root.at('metadata', 'name').span)
          .related(creation.span, 'KubeSlice makes it')
          .fix('choose another name for the slice, or remove defaultSliceCreation');
        continue;
      }
      const entries = root.at('spec', 'namespaceIsolationProfile', 'applicationNamespaces').items();
      const everywhere = entries.find((entry) => entry.at('clusters', 0).text === '*');
      if (!everywhere) continue;
      report('everywhere', { slice: name, namespace: everywhere.at('namespace').text ?? '' })
        .at(everywhere.at('clusters', 0).span)
        .fix('choose another name for the slice, or name the clusters one by one');
    }
  },
});
