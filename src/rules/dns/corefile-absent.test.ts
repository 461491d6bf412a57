import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const text = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: kubeadm\n    corefile: ams.Corefile\n',
);

describe('dns/corefile-absent', () => {
  test('notes a file that does not exist yet', () => {
    expect(findingsOf(text, true)).toEqual([
      'info dns/corefile-absent 14:15 ams.Corefile, the Corefile of ams, does not exist yet',
    ]);
    expect(fixesOf(text)).toEqual([
      "save it beside the topology and run synth again: kubectl --context ams -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' > ams.Corefile.new && test -s ams.Corefile.new && mv ams.Corefile.new ams.Corefile",
    ]);
  });

  test('leaves an empty one to dns/corefile-unreadable: written as it is, the cluster would resolve nothing', () => {
    expect(findingsOf(text, true, { 'ams.Corefile': '' })).toEqual([
      'error dns/corefile-unreadable 14:15 ams.Corefile cannot be used: it has no server for the zone `.`, so the cluster could resolve nothing else',
    ]);
  });
});
