import type { Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf, Meetings, projectKey, type SlicedPlan, slicedPlans } from '../sliced-plans.js';
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
  why: 'KubeSlice refuses a slice that takes a namespace which another slice already has on the same cluster; the KubeDB operator, too, reaches replicas on one slice only',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    taken: (p: { places: readonly string[]; slice: string; other: string; file: string }) =>
      `the slice ${p.slice} takes ${firstOf(p.places)}, which the slice ${p.other} of ${p.file} has`,
    both: (p: { namespace: string; slice: string; other: string; clusters: readonly string[] }) =>
      `the slices ${p.other} and ${p.slice} both take the namespace ${p.namespace} on ${firstOf(p.clusters)}`,
  },
  checkProgram(plans, report) {
    const first = new Map<string, SlicedPlan>();
    const slices = new Set<string>();
    for (const here of slicedPlans(plans)) {
      const { slice } = here;
      // What one slice is in several files is program/slice-differs.
      const identity = `${projectKey(here)}/${slice.name}`;
      if (slices.has(identity)) continue;
      slices.add(identity);
      const meetings = new Meetings<SlicedPlan>();
      const namespaceOf = new Map<SlicedPlan, string>();
      for (const { namespace, clusters } of slice.namespaces) {
        const names = clusters.includes('*') ? slice.members.map(({ name }) => name) : clusters;
        for (const cluster of names) {
          // A cluster of two projects is slice/registered-twice.
          const key = `${projectKey(here)}/${cluster}/${namespace}`;
          const earlier = first.get(key);
          if (!earlier) first.set(key, here);
          if (!earlier || earlier === here) continue;
          meetings.add(earlier, `${namespace} on ${cluster}`);
          if (!namespaceOf.has(earlier)) namespaceOf.set(earlier, namespace);
        }
      }
      for (const [earlier, places] of meetings.entries()) {
        const namespace = namespaceOf.get(earlier) ?? '';
        report('taken', { places, slice: slice.name, other: earlier.slice.name, file: fileOf(earlier.plan) })
          .at(namespaceSpan(here, namespace), 'taken here')
          .related(namespaceSpan(earlier, namespace), 'had there')
          .fix('put the databases of both on one slice, written alike in both files or once in one topology');
      }
    }
  },
  checkManifests(manifests, report) {
    const holders = new Map<string, Holder>();
    for (const config of sliceConfigsOf(manifests)) {
      const { name: slice, namespace: project = '', root } = config;
      // What the default slice of the project has, others may take.
      if (`kubeslice-${slice}` === `${project}-default-slice`) continue;
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

/** Where a namespace that joins is said: in the slice's list, else by a database, else nowhere. */
function namespaceSpan({ plan, slice: { source } }: SlicedPlan, namespace: string): Span {
  const entries = source.namespaces ?? [];
  const index = entries.findIndex(
    (entry) => (typeof entry === 'string' ? entry : entry.namespace) === namespace,
  );
  const entry = entries[index];
  if (entry !== undefined)
    return typeof entry === 'string' ? valueSpan(entries, index) : valueSpan(entry, 'namespace');
  const database = plan.databases.find((each) => each.namespace === namespace);
  return database ? valueSpan(database.source, 'namespace') : valueSpan(source, 'name');
}
