import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { namespaceEntriesOf, sliceConfigsOf, textsOf } from './objects.js';

interface Holder {
  readonly slice: string;
  readonly place: Field;
}

/** On each cluster a namespace is on one slice. */
export const namespaceAcquired = defineRule({
  id: 'slice/namespace-acquired',
  severity: 'error',
  why: 'KubeSlice refuses a slice that takes a namespace which another slice already has on the same cluster',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    both: (p: { namespace: string; slice: string; other: string; clusters: readonly string[] }) =>
      `the slices ${p.other} and ${p.slice} both take the namespace ${p.namespace} on ${firstOf(p.clusters)}`,
  },
  checkManifests(manifests, report) {
    const holders = new Map<string, Holder>();
    for (const config of sliceConfigsOf(manifests)) {
      const { name: slice, namespace: project = '', root } = config;
      if (slice.endsWith('-default-slice')) continue;
      const members = textsOf(root.at('spec', 'clusters'));
      for (const entry of namespaceEntriesOf(config, 'applicationNamespaces')) {
        const place = entry.at('namespace');
        const namespace = place.text;
        if (!namespace) continue;
        const named = textsOf(entry.at('clusters'));
        const taken: string[] = [];
        let other: Holder | undefined;
        for (const cluster of new Set(named.includes('*') ? members : named)) {
          const key = `${project}/${cluster}/${namespace}`;
          const holder = holders.get(key);
          if (!holder) holders.set(key, { slice, place });
          if (!holder || holder.slice === slice) continue;
          other ??= holder;
          taken.push(cluster);
        }
        if (!other) continue;
        report('both', { namespace, slice, other: other.slice, clusters: taken })
          .at(place.span, 'taken already')
          .related(other.place.span, `by ${other.slice}`)
          .fix('leave it to one of the two');
      }
    }
  },
});
