import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

function distribution(name: string, lines = ''): string {
  return change(
    goodTopology,
    '  - name: ams\n    distribution: k3s\n',
    `  - name: ams\n    distribution: ${name}\n${lines}`,
  );
}

describe('dns/corefile', () => {
  test.each(['kubeadm', 'kind', 'eks'])('reports a member of %s that names none', (name) => {
    expect(findingsOf(distribution(name))).toEqual([
      'warning dns/corefile 13:19 ams names no corefile, so its DNS is not written',
    ]);
    expect(fixesOf(distribution(name))).toEqual([
      "write corefile: corefiles/ams.Corefile, save it beside the topology, and run synth again: mkdir -p corefiles/ && kubectl --context ams -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' > corefiles/ams.Corefile.new && test -s corefiles/ams.Corefile.new && mv corefiles/ams.Corefile.new corefiles/ams.Corefile",
    ]);
  });

  test('waits until the address is known', () => {
    const text = change(distribution('kubeadm'), '    kubesliceDNS: 10.43.0.101\n', '');
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['dns/address-unknown']);
  });

  test('is content with a Corefile', () => {
    const text = distribution('kubeadm', '    corefile: ams.Corefile\n');
    expect(findingsOf(text, true, { 'ams.Corefile': '.:53 {\n}\n' })).toEqual([]);
  });

  test.each(['k3s', 'rke2', 'aks', 'openshift'])('is content without one on %s', (name) => {
    expect(findingsOf(distribution(name), true)).toEqual([]);
  });
});
