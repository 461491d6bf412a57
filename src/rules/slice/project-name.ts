import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** The most characters of a project's name. */
const limit = 30;

/** KubeSlice cuts the project's name out of its namespace at this text. */
const marker = 'kubeslice-';

/** The name of the KubeSlice project, said or taken over from the topology, is one that KubeSlice can work with. */
export const projectName = defineRule({
  id: 'slice/project-name',
  severity: 'error',
  why: 'KubeSlice refuses a project with a longer name or a dot in it, and loses one whose name holds the prefix of its own namespaces',
  source: 'kubeslice/kubeslice-controller service/project_webhook_validation.go, util/common.go',
  messages: {
    long: (p: { name: string }) =>
      `the KubeSlice project ${p.name} would have a name of ${p.name.length} characters, at most ${limit} are possible`,
    marker: (p: { name: string }) => `the name of the KubeSlice project, ${p.name}, contains ${marker}`,
    dot: (p: { name: string }) => `the name of the KubeSlice project, ${p.name}, contains a dot`,
  },
  checkTopology({ slice, metadata }, report) {
    if (!slice) return;
    const own = slice.project !== undefined;
    const name = slice.project ?? metadata.name;
    const message = name.includes(marker) ? 'marker' : name.length > limit ? 'long' : undefined;
    if (!message) return;
    const better = shorten(name);
    report(message, { name })
      .at(
        own ? valueSpan(slice, 'project') : valueSpan(metadata, 'name'),
        own ? '' : 'also the name of the project',
      )
      .fix(own ? `write ${better}` : `give the project a name of its own, under slice: project: ${better}`);
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Project', controllerGroup)) {
      const message = name.includes('.')
        ? 'dot'
        : name.includes(marker)
          ? 'marker'
          : name.length > limit
            ? 'long'
            : undefined;
      if (!message) continue;
      report(message, { name })
        .at(root.at('metadata', 'name').span)
        .fix(
          `write ${shorten(name.replaceAll('.', '-'))}, and change the namespace of its clusters and slices with it`,
        );
    }
  },
});

function shorten(name: string): string {
  let rest = name;
  while (rest.includes(marker)) rest = rest.replaceAll(marker, '');
  return rest.slice(0, limit).replace(/-+$/, '');
}
