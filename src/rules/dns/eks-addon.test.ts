import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

function member(distribution: string): string {
  return change(
    goodTopology,
    '  - name: ams\n    distribution: k3s\n',
    `  - name: ams\n    distribution: ${distribution}\n    corefile: ams.Corefile\n`,
  );
}

describe('dns/eks-addon', () => {
  const files = { 'ams.Corefile': '.:53 {\n}\n' };

  test('notes that a command sets the DNS', () => {
    expect(findingsOf(member('eks'), true, files)).toEqual([
      'info dns/eks-addon 13:19 the DNS of ams is set by a command, not by a manifest',
    ]);
  });

  test('is content where CoreDNS is run without the add-on', () => {
    expect(findingsOf(member('kubeadm'), true, files)).toEqual([]);
  });
});
