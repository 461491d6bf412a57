import { type Field, type Manifest, manifestOf } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { type Work, worksOf } from '../works.js';
import { objectName } from './resources.js';

/** What a work carries are whole objects, each once. */
export const workManifest = defineRule({
  id: 'ocm/work-manifest',
  severity: 'error',
  why: 'the webhook of the hub refuses such a ManifestWork; a ManifestWorkReplicaSet with it is accepted and makes no work',
  source: 'open-cluster-management-io/ocm pkg/work/webhook/common/validator.go',
  messages: {
    empty: (p: { work: string }) => `${p.work} carries no manifests`,
    object: (p: { work: string; lacks: string }) => `${p.work} carries an object without ${p.lacks}`,
    generated: (p: { work: string }) => `${p.work} carries an object with generateName`,
    twice: (p: { work: string; object: string }) => `${p.work} carries ${p.object} twice`,
  },
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      const name = objectName(work.manifest);
      const list = work.spec.at('workload', 'manifests');
      const items = list.items();
      if (items.length === 0) {
        report('empty', { work: name })
          .at(placeOf(work, list))
          .fix('put the objects under workload.manifests, or remove the work');
        continue;
      }
      const seen = new Map<string, Manifest>();
      for (const item of items) {
        const generated = item.at('metadata', 'generateName');
        if (generated.given) {
          report('generated', { work: name }).at(generated.keySpan).fix('write metadata.name instead');
          continue;
        }
        const object = item.value === undefined ? undefined : manifestOf(item.value);
        if (!object) {
          const lacks =
            ['apiVersion', 'kind'].find((key) => item.at(key).text === undefined) ?? 'metadata.name';
          report('object', { work: name, lacks }).at(item.span).fix(`write its ${lacks}`);
          continue;
        }
        const key = [object.apiVersion, object.kind, object.namespace ?? '', object.name].join(' ');
        const first = seen.get(key);
        if (!first) {
          seen.set(key, object);
          continue;
        }
        report('twice', { work: name, object: objectName(object) })
          .at(object.root.at('metadata', 'name').span, 'again here')
          .related(first.root.at('metadata', 'name').span, 'first here')
          .fix('keep one of the two');
      }
    }
  },
});

function placeOf({ manifest, spec }: Work, list: Field) {
  if (list.given) return list.keySpan;
  return spec.given ? spec.keySpan : manifest.root.span;
}
