import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const ams = (address: string, lines = '', distribution = 'k3s'): string =>
  change(
    change(goodTopology, '    kubesliceDNS: 10.43.0.101\n', `    kubesliceDNS: "${address}"\n${lines}`),
    '  - name: ams\n    distribution: k3s\n',
    `  - name: ams\n    distribution: ${distribution}\n`,
  );

const reported = (text: string): string[] =>
  findingsOf(text).filter((finding) => finding.includes(' dns/address-impossible '));

describe('dns/address-impossible', () => {
  test.each([
    ['127.0.0.53', 'a loopback address'],
    ['::1', 'a loopback address'],
    ['169.254.20.10', 'a link-local address'],
    ['0.0.0.0', 'the unspecified address'],
    ['224.0.0.251', 'a multicast address'],
    ['1:2', 'not an IP address'],
    ['10.7.9.9', 'an address of the slice itself'],
    ['10.43.0.0', 'the address of the service network itself'],
    ['10.43.0.1', 'the address of the service kubernetes'],
    ['10.43.0.10', 'the address of the cluster’s own DNS, which would ask itself'],
  ])('reports %s', (address, reason) => {
    expect(findingsOf(ams(address))).toEqual([
      `error dns/address-impossible 15:19 the kubesliceDNS of ams, ${address}, is ${reason}`,
    ]);
  });

  test('says what to do', () => {
    expect(fixesOf(ams('127.0.0.53'))).toEqual([
      "write what this prints: kubectl --context ams -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'",
    ]);
  });

  test('reports a node, the API server and a pod of the cluster', () => {
    const node = ams('192.168.1.9', '    nodeIPs: [192.168.1.8, 192.168.1.9]\n');
    expect(reported(node)).toEqual([
      'error dns/address-impossible 15:19 the kubesliceDNS of ams, 192.168.1.9, is the address of a node',
    ]);
    expect(relatedOf(node)).toEqual([['16:28 the node']]);
    const server = ams('192.168.1.9', '    apiServer: https://192.168.1.9:6443\n');
    expect(reported(server)).toEqual([
      'error dns/address-impossible 15:19 the kubesliceDNS of ams, 192.168.1.9, is the address of the API server',
    ]);
    expect(reported(ams('fd00::9', '    apiServer: https://[fd00::9]:6443\n'))).toHaveLength(1);
    expect(reported(ams('10.42.1.9', '    podCIDRs: [10.42.0.0/16]\n'))).toEqual([
      'error dns/address-impossible 15:19 the kubesliceDNS of ams, 10.42.1.9, is the address of a pod',
    ]);
  });

  test('counts from the service network that the file says', () => {
    expect(reported(ams('10.0.0.10', '    serviceCIDRs: [10.0.0.0/16]\n', 'aks'))).toHaveLength(1);
    expect(reported(ams('10.43.0.10', '    serviceCIDRs: [10.32.0.0/12]\n'))).toEqual([]);
    expect(reported(ams('10.96.0.10', '    corefile: a\n', 'kubeadm'))).toHaveLength(1);
    expect(reported(ams('10.0.0.10', '', 'aks'))).toEqual([]);
  });

  test('is the only finding about the address', () => {
    expect(findingsOf(ams('127.0.0.1', '    serviceCIDRs: [10.43.0.0/16]\n'))).toHaveLength(1);
  });

  test('is content with a node of another cluster: networks may overlap', () => {
    const text = change(
      ams('192.168.1.9'),
      '    kubesliceDNS: 10.43.0.100\n',
      '    kubesliceDNS: 10.43.0.100\n    nodeIPs: [192.168.1.9]\n',
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test.each(['10.43.0.2', '10.43.0.11', '10.43.1.10', '10.8.0.1', 'fd00::a'])(
    'is content with %s',
    (address) => {
      expect(findingsOf(ams(address))).toEqual([]);
    },
  );

  test('is content with an address of pods where pods and services share a network', () => {
    expect(reported(ams('10.43.1.9', '    podCIDRs: [10.0.0.0/8]\n'))).toEqual([]);
  });

  test('says nothing about a cluster off the slice', () => {
    const off = '  - name: oslo\n    distribution: k3s\n    kubesliceDNS: 127.0.0.1\n';
    expect(findingsOf(change(goodTopology, 'slice:\n', `${off}slice:\n`))).toEqual([]);
  });
});
