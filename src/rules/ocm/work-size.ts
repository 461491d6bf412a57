import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';

/** Most bytes the manifests of one work may have together, as JSON. */
const limit = 512_000;

/** A work fits through the webhook of the hub. */
export const workSize = defineRule({
  id: 'ocm/work-size',
  severity: 'error',
  why: 'the webhook of the hub refuses a ManifestWork of more than 500 KiB',
  source: 'open-cluster-management-io/ocm pkg/work/webhook/common/validator.go',
  messages: {
    large: (p: { work: string; bytes: number }) =>
      `${p.work} carries ${Math.ceil(p.bytes / 1024)} KiB of manifests, ${Math.ceil((p.bytes - limit) / 1024)} KiB too many`,
  },
  checkManifests(manifests, report) {
    for (const { manifest, spec } of worksOf(manifests)) {
      const list = spec.at('workload', 'manifests');
      let bytes = 0;
      for (const { value } of list.items()) bytes += Buffer.byteLength(JSON.stringify(value) ?? '');
      if (bytes <= limit) continue;
      report('large', { work: objectName(manifest), bytes })
        .at(list.keySpan)
        .fix('split it into several works; put what the others need, such as the Namespace, into the first');
    }
  },
});
