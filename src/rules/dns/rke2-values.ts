import { documentWithin, type Field } from '../../manifests/index.js';
import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { placed } from './dns-objects.js';

/** The values for RKE2's CoreDNS keep the server the cluster lives on. */
export const rke2Values = defineRule({
  id: 'dns/rke2-values',
  severity: 'error',
  why: 'a list of Helm values replaces the chart’s own: without the server for everything the cluster resolves nothing any more, and a server without a port is a block CoreDNS refuses',
  source: 'coredns/helm charts/coredns/values.yaml; rancher/rke2 issue 1808',
  messages: {
    yaml: (p: { name: string }) => `valuesContent of ${p.name} is no YAML mapping`,
    everything: (p: { name: string }) =>
      `the servers of ${p.name} replace those of the chart, and none of them has the zone "."`,
    port: (p: { name: string; zone: string }) => `the server for ${p.zone} of ${p.name} has no port`,
    other: (p: { name: string }) =>
      `the HelmChartConfig ${p.name} has servers, but the chart with the cluster’s DNS is kube-system/rke2-coredns`,
  },
  checkManifests(manifests, report) {
    for (const { manifest } of placed(manifests, 'HelmChartConfig', 'helm.cattle.io')) {
      const { name, namespace, root } = manifest;
      const content = root.at('spec', 'valuesContent');
      if (content.text === undefined || !name.endsWith('coredns')) continue;
      const place = content.keySpan;
      const values = documentWithin(content);
      if (!values) {
        if (content.text.trim() !== '') report('yaml', { name }).at(place).fix('correct the text under it');
        continue;
      }
      const servers = values.at('servers').items();
      if (servers.length === 0) continue;
      if (name !== 'rke2-coredns' || (namespace !== undefined && namespace !== 'kube-system')) {
        report('other', { name })
          .at(root.at('metadata', 'name').span)
          .fix('call it rke2-coredns, in the namespace kube-system');
        continue;
      }
      if (!servers.some((server) => zonesOf(server).includes('.')))
        report('everything', { name })
          .at(place)
          .fix(`repeat the chart’s server for "." in front of that for ${sliceZone}, or use extraConfig`);
      for (const server of servers) {
        if (server.at('port').given) continue;
        report('port', { name, zone: zonesOf(server)[0] ?? 'no zone' })
          .at(place)
          .fix('write port: 53');
      }
    }
  },
});

function zonesOf(server: Field): string[] {
  return server
    .at('zones')
    .items()
    .map((zone) => zone.at('zone').text ?? '');
}
