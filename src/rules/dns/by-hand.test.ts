import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const text = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: other\n',
);

describe('dns/by-hand', () => {
  test('reports a member of a distribution that is not known', () => {
    expect(findingsOf(text)).toEqual([
      'warning dns/by-hand 13:19 how the DNS of ams is configured is not known, so it is not written',
    ]);
    expect(fixesOf(text)).toEqual([
      'name the distribution whose DNS it has (kubeadm for a CoreDNS with a plain Corefile), or forward slice.local to 10.43.0.101 as the runbook says',
    ]);
  });

  test('is content with such a cluster off the slice', () => {
    const off = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: other\nslice:\n');
    expect(findingsOf(off)).toEqual([]);
  });
});
