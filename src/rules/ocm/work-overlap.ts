import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';
import { configsOf, strategyOf } from './work-configs.js';

/** An object of a managed cluster is in one work. */
export const workOverlap = defineRule({
  id: 'ocm/work-overlap',
  severity: 'warning',
  why: 'two works write the object in turns, each time as it stands in theirs, and it stays until the last of them is gone',
  source: 'open-cluster-management-io/ocm pkg/work/spoke/apply/update_apply.go',
  messages: {
    twice: (p: { cluster: string; object: string; first: string; second: string }) =>
      `the works ${p.first} and ${p.second} of ${p.cluster} both carry ${p.object}`,
  },
  checkManifests(manifests, report) {
    const seen = new Map<string, { readonly work: string; readonly object: Manifest }>();
    for (const work of worksOf(manifests)) {
      const { cluster, manifest } = work;
      if (cluster === undefined) continue;
      const configs = configsOf(work);
      for (const object of work.objects) {
        if (strategyOf(configs, object)?.at('type').text === 'ReadOnly') continue;
        const key = [cluster, object.group, object.kind, object.namespace ?? '', object.name].join(' ');
        const first = seen.get(key);
        if (!first) seen.set(key, { work: manifest.name, object });
        // Twice in one work is ocm/work-manifest; two copies of one work are one work.
        else if (first.work !== manifest.name)
          report('twice', {
            cluster,
            object: objectName(object),
            first: first.work,
            second: manifest.name,
          })
            .at(object.root.at('metadata', 'name').span, `in ${manifest.name}`)
            .related(first.object.root.at('metadata', 'name').span, `in ${first.work}`)
            .fix('leave it to one of the two; to watch it from the other, give that the strategy ReadOnly');
      }
    }
  },
});
