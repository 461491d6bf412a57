import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  raised: (p: { database: string; container: string; resource: string; request: string; limit: string }) =>
    `${p.container} of ${p.database} requests ${p.resource} ${p.request}, above its limit ${p.limit}, which becomes ${p.request}`,
  apart: (p: { database: string; container: string; request: string; limit: string }) =>
    `${p.container} of ${p.database} requests memory ${p.request} and may use ${p.limit}`,
};

/** A container of KubeDB requests the memory it may use, and every one no more of anything than its limit. */
export const resources = defineRule({
  id: 'kubedb/resources',
  severity: 'warning',
  why: 'KubeDB raises a limit below the request without a word, and a server that uses more memory than it requested is the first to be evicted',
  source: 'kubedb/apimachinery apis/helpers.go',
  messages,
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      for (const list of ['containers', 'initContainers'] as const) {
        for (const container of spec.at('podTemplate', 'spec', list).items())
          checkContainer(name, container, list, report);
      }
    }
  },
});

function checkContainer(
  database: string,
  container: Field,
  list: 'containers' | 'initContainers',
  report: Report<typeof messages>,
): void {
  const own = { database, container: container.at('name').text ?? 'a container' };
  for (const [resource, request] of container.at('resources', 'requests').entries()) {
    const limit = container.at('resources', 'limits', resource);
    const asked = quantity(request.value)?.nano;
    const most = quantity(limit.value)?.nano;
    if (asked === undefined || most === undefined || asked === most) continue;
    const figures = { ...own, request: String(request.value), limit: String(limit.value) };
    if (asked > most) {
      report('raised', { ...figures, resource })
        .at(limit.span, 'the limit')
        .related(request.span, 'the request')
        .fix('write the amount that is meant in both places');
    } else if (resource === 'memory' && list === 'containers' && !container.at('image').given) {
      report('apart', figures)
        .at(request.span, 'the request')
        .related(limit.span, 'the limit')
        .fix(`request ${figures.limit} as well`);
    }
  }
}
