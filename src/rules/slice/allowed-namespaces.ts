import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { namespaceEntriesOf, sliceConfigsOf } from './objects.js';

/** Namespaces that KubeSlice lets in whether they are listed or not. */
const always: ReadonlySet<string> = new Set(['kubeslice-system', 'kube-system', 'istio-system']);

/** Says that a list of allowed namespaces keeps nobody out. */
export const allowedNamespaces = defineRule({
  id: 'slice/allowed-namespaces',
  severity: 'info',
  why: 'the list has an effect with isolation alone; without, every namespace of the cluster reaches the pods on the slice',
  source: 'kubeslice/worker-operator controllers/slice/namespaces.go',
  messages: {
    open: (p: { namespaces: readonly string[] }) =>
      `isolation is off: every namespace reaches the slice, not only ${firstOf(p.namespaces)}`,
  },
  checkTopology({ slice }, report) {
    if (!slice?.allowedNamespaces || slice.isolation) return;
    const names = slice.allowedNamespaces.map((entry) =>
      typeof entry === 'string' ? entry : entry.namespace,
    );
    const namespaces = names.filter((name) => !always.has(name));
    if (namespaces.length === 0) return;
    report('open', { namespaces })
      .at(valueSpan(slice, 'allowedNamespaces'))
      .fix('write isolation: true to keep the others out, or remove the list');
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      const profile = config.root.at('spec', 'namespaceIsolationProfile');
      if (profile.at('isolationEnabled').flag) continue;
      const names = namespaceEntriesOf(config, 'allowedNamespaces').flatMap(
        (entry) => entry.at('namespace').text ?? [],
      );
      const namespaces = names.filter((name) => !always.has(name));
      if (namespaces.length === 0) continue;
      report('open', { namespaces })
        .at(profile.at('allowedNamespaces').keySpan)
        .fix('write isolationEnabled: true to keep the others out, or remove the list');
    }
  },
});
