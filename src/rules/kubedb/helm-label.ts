import { defineRule } from '../rule.js';

const groups = new Set(['kubedb.com', 'gitops.kubedb.com', 'apps.k8s.appscode.com']);

/** An object that Helm did not make does not say so. */
export const helmLabel = defineRule({
  id: 'kubedb/helm-label',
  severity: 'info',
  why: 'Helm neither knows the object nor removes it, while people and tools that go by the label leave it to Helm',
  source: 'kubedb/docs docs/guides/mariadb/distributed/overview/index.md',
  messages: {
    label: (p: { kind: string; name: string }) =>
      `the ${p.kind} ${p.name} says that Helm manages it, but no release is named`,
  },
  checkManifests(manifests, report) {
    for (const { group, kind, name, root } of manifests.all) {
      if (!groups.has(group)) continue;
      const metadata = root.at('metadata');
      const label = metadata.at('labels', 'app.kubernetes.io/managed-by');
      if (label.text !== 'Helm') continue;
      const release = metadata.at('annotations', 'meta.helm.sh/release-name');
      if (release.given || metadata.at('labels', 'helm.sh/chart').given) continue;
      report('label', { kind, name }).at(label.span).fix('remove the label, or name whoever does manage it');
    }
  },
});
