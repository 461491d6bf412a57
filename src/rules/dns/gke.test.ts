import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

describe('dns/gke', () => {
  test('notes that only kube-dns is configured', () => {
    const text = change(
      goodTopology,
      '  - name: ams\n    distribution: k3s\n',
      '  - name: ams\n    distribution: gke\n',
    );
    expect(findingsOf(text, true)).toEqual([
      'info dns/gke 13:19 the DNS of ams is written for kube-dns, which GKE need not run',
    ]);
    expect(fixesOf(text)).toEqual([
      'make sure that it is a Standard cluster and that this finds kube-dns: kubectl --context ams -n kube-system get deployment kube-dns',
    ]);
  });

  test('is content with GKE off the slice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: gke\nslice:\n');
    expect(findingsOf(text, true)).toEqual([]);
  });
});
