import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import {
  type NamespaceList,
  namespaceEntriesOf,
  namespaceLists,
  repeatsOf,
  sliceConfigsOf,
  textsOf,
} from './objects.js';

const messages = {
  empty: (p: { list: string }) => `an entry of ${p.list} has neither namespace nor clusters`,
  nameless: (p: { list: string }) => `an entry of ${p.list} names no namespace`,
  nowhere: (p: { list: string; namespace: string }) => `${p.list} names ${p.namespace} on no cluster`,
  characters: (p: { namespace: string }) =>
    `the namespace ${p.namespace} has other characters than letters, digits and hyphens`,
  twice: (p: { namespace: string; cluster: string }) =>
    `the namespace ${p.namespace} names ${p.cluster} twice`,
  beside: (p: { namespace: string }) => `the namespace ${p.namespace} is for * and for single clusters`,
};

/** Every entry of a SliceConfig's namespaces has the form that KubeSlice takes. In a topology the schema sees to it. */
export const namespaceEntry = defineRule({
  id: 'slice/namespace-entry',
  severity: 'error',
  why: 'KubeSlice refuses the slice, and at an entry without a namespace and clusters its webhook crashes, so that the error does not say why',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages,
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      for (const list of namespaceLists)
        for (const entry of namespaceEntriesOf(config, list)) checkEntry(list, entry, report);
    }
  },
});

function checkEntry(list: NamespaceList, entry: Field, report: Report<typeof messages>): void {
  const name = entry.at('namespace');
  const namespace = name.text ?? '';
  const clusters = entry.at('clusters');
  const texts = textsOf(clusters);
  if (namespace === '' && texts.length === 0) {
    report('empty', { list }).at(entry.span).fix('remove it');
    return;
  }
  if (namespace === '') {
    report('nameless', { list }).at(clusters.keySpan).fix('add namespace, or remove the entry');
    return;
  }
  if (!/^[a-zA-Z0-9-]+$/.test(namespace))
    report('characters', { namespace })
      .at(name.span)
      .fix('write the name of a namespace; a pattern is not possible');
  if (texts.length === 0) {
    report('nowhere', { list, namespace })
      .at(name.span)
      .fix('add clusters: ["*"] for all members, or name them');
    return;
  }
  const [repeat] = repeatsOf(clusters.items());
  if (repeat) {
    report('twice', { namespace, cluster: repeat.text })
      .at(repeat.again.span, 'again here')
      .related(repeat.first.span, 'first here')
      .fix('keep one of the two');
  } else if (texts.includes('*') && texts.length > 1) {
    report('beside', { namespace }).at(clusters.span).fix('write "*" alone, or the clusters without it');
  }
}
