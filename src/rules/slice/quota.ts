import { defineRule } from '../rule.js';
import { onboardedNamespaces, sliceConfigsOf } from './objects.js';

/** Says which quotas keep a namespace on its slice. */
export const quota = defineRule({
  id: 'slice/quota',
  severity: 'info',
  why: 'KubeSlice does not take a namespace off a slice while it has a quota, and a slice with namespaces cannot be deleted',
  source: 'kubeslice/docs versioned_docs/version-1.5.0 slice offboarding',
  messages: {
    quota: (p: { quota: string; namespace: string; slice: string }) =>
      `the ResourceQuota ${p.quota} keeps ${p.namespace} on the slice ${p.slice}`,
  },
  checkManifests(manifests, report) {
    const slices = new Map<string, string>();
    for (const config of sliceConfigsOf(manifests))
      for (const namespace of onboardedNamespaces(config).keys()) slices.set(namespace, config.name);
    for (const { name, namespace, root } of manifests.of('ResourceQuota', '')) {
      const slice = namespace === undefined ? undefined : slices.get(namespace);
      if (namespace === undefined || slice === undefined) continue;
      report('quota', { quota: name, namespace, slice })
        .at(root.at('metadata', 'name').span)
        .fix('remove it before the namespace leaves the slice');
    }
  },
});
