import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';

const text = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: kubeadm\n    corefile: ams.Corefile\n',
);

function corefile(address: string) {
  return {
    'ams.Corefile': `slice.local:53 {\n    forward . ${address}\n}\n.:53 {\n    forward . /etc/resolv.conf\n}\n`,
  };
}

describe('dns/corefile-conflict', () => {
  test('reports a file that forwards the slice’s zone to another address', () => {
    expect(findingsOf(text, true, corefile('10.43.0.99'))).toEqual([
      'error dns/corefile-conflict 14:15 ams.Corefile sends slice.local to 10.43.0.99, not to 10.43.0.101',
    ]);
    expect(relatedOf(text, corefile('10.43.0.99'))).toEqual([['16:19 the address of kubeslice-dns']]);
  });

  test('reports a file whose block of the zone forwards nowhere', () => {
    const files = { 'ams.Corefile': 'slice.local:53 {\n    errors\n}\n.:53 {\n    errors\n}\n' };
    expect(findingsOf(text, true, files)).toEqual([
      'error dns/corefile-conflict 14:15 ams.Corefile has a block for slice.local that does not forward to 10.43.0.101',
    ]);
  });

  test('is content with a file that has the block already', () => {
    expect(findingsOf(text, true, corefile('10.43.0.101'))).toEqual([]);
  });
});
