import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

describe('dns/address-unknown', () => {
  test('reports a member whose kubeslice-dns is not known', () => {
    const text = change(goodTopology, '    kubesliceDNS: 10.43.0.101\n', '    context: admin@ams\n');
    expect(findingsOf(text)).toEqual([
      'warning dns/address-unknown 12:5 the address of kubeslice-dns on ams is not known, so its DNS is not written',
    ]);
    expect(fixesOf(text)).toEqual([
      "after wave 40-slice, write the result as kubesliceDNS and run synth again: kubectl --context admin@ams -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'",
    ]);
  });

  test('is content without one off the slice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text)).toEqual([]);
  });
});
