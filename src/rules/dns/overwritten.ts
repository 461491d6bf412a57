import { sliceZone } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { corednsTexts, placed } from './dns-objects.js';
import { blocksOf, readCorefile } from './server-blocks.js';

/** ConfigMaps that an operator or a chart writes, by namespace and name. */
const written: Readonly<Record<string, { readonly by: string; readonly instead: string }>> = {
  'openshift-dns/dns-default': {
    by: 'the DNS operator',
    instead: 'add a server to spec.servers of the DNS default (operator.openshift.io/v1)',
  },
  'kube-system/rke2-coredns-rke2-coredns': {
    by: 'the packaged Helm chart',
    instead: 'write a HelmChartConfig rke2-coredns with the servers',
  },
};

/** slice.local is written where the distribution leaves it. */
export const overwritten = defineRule({
  id: 'dns/overwritten',
  severity: 'warning',
  why: 'the distribution writes this text anew, k3s at every start: names of the slice resolve until then, and the replicas lose each other long after the change',
  source: 'k3s-io/k3s issue 13210, manifests/coredns.yaml',
  messages: {
    file: (p: { cluster: string; path: string }) =>
      `${p.path}, the Corefile of ${p.cluster}, is one of k3s or AKS, where an edit of it does not last`,
    imports: (p: { name: string }) =>
      `the ConfigMap ${p.name} has ${sliceZone} in its Corefile, which imports coredns-custom`,
    generated: (p: { name: string; by: string }) => `the ConfigMap ${p.name} is written by ${p.by}`,
  },
  checkPlan({ clusters }, report) {
    for (const { name, dns, source } of clusters) {
      if (dns?.kind !== 'corefile' || source.corefile === undefined) continue;
      if (!importsCustom(dns.corefile)) continue;
      report('file', { cluster: name, path: source.corefile })
        .at(valueSpan(source, 'corefile'))
        .related(valueSpan(source, 'distribution'), 'is it?')
        .fix('write distribution: k3s or aks, and remove corefile: dbspan then writes coredns-custom');
    }
  },
  checkManifests(manifests, report) {
    for (const { manifest, field, text, imported } of corednsTexts(manifests)) {
      if (imported || !importsCustom(text) || blocksOf(readCorefile(text), sliceZone).length === 0) continue;
      report('imports', { name: manifest.name })
        .at(field.keySpan)
        .fix('put the block into the ConfigMap kube-system/coredns-custom, under a key that ends in .server');
    }
    for (const { manifest } of placed(manifests, 'ConfigMap', '')) {
      const name = `${manifest.namespace}/${manifest.name}`;
      const owner = written[name];
      if (!owner) continue;
      report('generated', { name, by: owner.by })
        .at(manifest.root.at('metadata', 'name').span)
        .fix(owner.instead);
    }
  },
});

function importsCustom(text: string): boolean {
  return /^\s*import\s+\S*custom\/\*\.(?:server|override)\s*$/m.test(text);
}
