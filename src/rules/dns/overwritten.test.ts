import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const configMap = (name: string, key: string, text: string): string =>
  `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data:
  ${key}: |
${text.replace(/^(?=.)/gm, '    ')}`;
const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);
const kubeadm = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: kubeadm\n    corefile: ams.Corefile\n',
);

const id = 'dns/overwritten';
const block = 'slice.local:53 {\n    forward . 10.43.0.101\n}\n';
const imported =
  '.:53 {\n    import /etc/coredns/custom/*.override\n    forward . /etc/resolv.conf\n}\nimport /etc/coredns/custom/*.server\n';

describe('dns/overwritten in a topology', () => {
  test('reports a Corefile that shows another distribution', () => {
    const files = { 'ams.Corefile': imported };
    expect(findingsOf(kubeadm, true, files)).toEqual([
      'warning dns/overwritten 14:15 ams.Corefile, the Corefile of ams, is one of k3s or AKS, where an edit of it does not last',
    ]);
    expect(relatedOf(kubeadm, files)).toEqual([['13:19 is it?']]);
  });

  test('is content with other imports', () => {
    const files = { 'ams.Corefile': '.:53 {\n    import snippets\n    errors\n}\n' };
    expect(findingsOf(kubeadm, true, files)).toEqual([]);
  });
});

describe('dns/overwritten among manifests', () => {
  test('reports an edit of a Corefile that imports others', () => {
    expect(own(id, configMap('coredns', 'Corefile', imported + block))).toEqual([
      'warning dns/overwritten 5:3 the ConfigMap coredns has slice.local in its Corefile, which imports coredns-custom',
    ]);
  });

  test('reports the ConfigMaps of OpenShift’s operator and of RKE2’s chart', () => {
    const openshift = configMap('dns-default', 'Corefile', block).replace('kube-system', 'openshift-dns');
    expect(own(id, openshift)).toEqual([
      'warning dns/overwritten 3:19 the ConfigMap openshift-dns/dns-default is written by the DNS operator',
    ]);
    expect(own(id, configMap('rke2-coredns-rke2-coredns', 'Corefile', block))).toEqual([
      'warning dns/overwritten 3:19 the ConfigMap kube-system/rke2-coredns-rke2-coredns is written by the packaged Helm chart',
    ]);
  });

  test('is content with a plain Corefile, a copy without the slice, and an imported file', () => {
    expect(own(id, configMap('coredns', 'Corefile', `${block}.:53 {\n}\n`))).toEqual([]);
    expect(own(id, configMap('coredns', 'Corefile', imported))).toEqual([]);
    expect(own(id, configMap('coredns-custom', 'a.server', block))).toEqual([]);
  });
});
