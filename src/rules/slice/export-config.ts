import type { Span } from '../../diagnostics/index.js';
import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup, sliceConfigsByName, textsOf } from './objects.js';

/** What a ServiceExportConfig names is a slice of its project, and clusters of that slice. */
export const exportConfig = defineRule({
  id: 'slice/export-config',
  severity: 'error',
  why: 'KubeSlice refuses an export on a slice that its project does not have, or of a cluster that is not on that slice',
  source: 'kubeslice/kubeslice-controller service/service_export_config_webhook_validation.go',
  messages: {
    slice: (p: { name: string; slice: string; namespace: string }) =>
      `the ServiceExportConfig ${p.name} names the slice ${p.slice}, and none here is called so in ${p.namespace}`,
    cluster: (p: { name: string; slice: string; cluster: string }) =>
      `the ServiceExportConfig ${p.name} names ${p.cluster}, which is not on the slice ${p.slice}`,
  },
  checkManifests(manifests, report) {
    const slices = sliceConfigsByName(manifests);
    if (slices.size === 0) return;
    for (const exported of manifests.of('ServiceExportConfig', controllerGroup)) {
      const { name, namespace = '', root } = exported;
      const place = root.at('spec', 'sliceName');
      const slice = place.text;
      if (!slice) continue;
      const config = slices.get(`${namespace}/${slice}`);
      if (!config) {
        report('slice', { name, slice, namespace })
          .at(place.span)
          .fix('name a SliceConfig of the same namespace');
        continue;
      }
      const members = config.root.at('spec', 'clusters');
      const known = new Set(textsOf(members));
      for (const { cluster, span } of clustersOf(exported)) {
        if (known.has(cluster)) continue;
        known.add(cluster);
        report('cluster', { name, slice, cluster })
          .at(span)
          .related(members.keySpan, 'its members')
          .fix(`append ${cluster} to the clusters of ${slice}, or remove the export`);
      }
    }
  },
});

function* clustersOf({ root }: Manifest): Generator<{ readonly cluster: string; readonly span: Span }> {
  const endpoints = root.at('spec', 'serviceDiscoveryEndpoints').items();
  for (const field of [
    root.at('spec', 'sourceCluster'),
    ...endpoints.map((endpoint) => endpoint.at('cluster')),
  ])
    if (field.text) yield { cluster: field.text, span: field.span };
}
