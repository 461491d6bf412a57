import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

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

const id = 'dns/server-port';
const block = (port: string): string => `slice.local${port} {\n    forward . 10.43.0.101\n}\n`;
const everything = (port: string): string => `.${port} {\n    forward . /etc/resolv.conf\n}\n`;

describe('dns/server-port in a topology', () => {
  test('reports a Corefile of another port, for which dbspan’s block is none', () => {
    const files = { 'ams.Corefile': everything(':8053') };
    expect(findingsOf(kubeadm, true, files)).toEqual([
      'error dns/server-port 14:15 ams.Corefile serves on port 8053, where a block for slice.local on port 53 is never asked',
    ]);
    expect(fixesOf(kubeadm, files)).toEqual([
      'put the block into the file yourself, as slice.local:8053; or write distribution: other, and follow the runbook',
    ]);
  });

  test('is content when the two ports are one', () => {
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': everything('') })).toEqual([]);
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': block('') + everything(':53') })).toEqual([]);
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': everything(':53') })).toEqual([]);
    expect(findingsOf(kubeadm, true, { 'ams.Corefile': block(':8053') + everything(':8053') })).toEqual([]);
  });
});

describe('dns/server-port among manifests', () => {
  test('reports two ports in one Corefile', () => {
    expect(own(id, configMap('coredns', 'Corefile', block(':1053') + everything(':53')))).toEqual([
      'error dns/server-port 5:3 the ConfigMap coredns has slice.local on port 1053 in Corefile, but everything else on 53',
    ]);
    expect(own(id, configMap('coredns', 'Corefile', block('') + everything(':8053')))).toHaveLength(1);
  });

  test('reports a port of nobody in an imported file', () => {
    expect(own(id, configMap('coredns-custom', 'a.server', block(':1053')))).toEqual([
      'error dns/server-port 5:3 the ConfigMap coredns-custom has slice.local on port 1053 in a.server, on which no CoreDNS of a distribution is asked',
    ]);
  });

  test('is content with the ports of distributions, and with other zones', () => {
    expect(own(id, configMap('coredns-custom', 'a.server', block('')))).toEqual([]);
    expect(own(id, configMap('coredns-custom', 'a.server', block(':53')))).toEqual([]);
    expect(own(id, configMap('coredns-custom', 'a.server', block(':8053')))).toEqual([]);
    expect(own(id, configMap('coredns-custom', 'a.server', 'example.org {\n}\n'))).toEqual([]);
    expect(own(id, configMap('coredns', 'Corefile', block('') + everything('')))).toEqual([]);
    expect(own(id, configMap('coredns', 'Corefile', block('') + everything(':53')))).toEqual([]);
  });
});
