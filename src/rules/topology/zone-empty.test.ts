import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

const fra = (lines: string): string =>
  change(goodTopology, '    kubesliceDNS: 10.43.0.100\n', `    kubesliceDNS: 10.43.0.100\n${lines}`);

describe('topology/zone-empty', () => {
  test('reports zones without nodes, all of a cluster at once', () => {
    expect(findingsOf(fra('    nodes: { fra-a: 2, fra-b: 0, fra-c: 0 }\n'))).toEqual([
      'warning topology/zone-empty 12:31 fra has no node in the zone fra-b and 1 more',
    ]);
    expect(findingsOf(fra('    zones: [fra-a, fra-b]\n    nodes: { fra-a: 2, fra-b: 0 }\n'))).toEqual([
      'warning topology/zone-empty 13:31 fra has no node in the zone fra-b',
    ]);
  });

  test('leaves a cluster without any node, and unknown zones, to topology/zones', () => {
    const none = findingsOf(fra('    nodes: { fra-a: 0 }\n'));
    const unknown = findingsOf(fra('    zones: [fra-a]\n    nodes: { fra-a: 1, fra-b: 0 }\n'));
    for (const findings of [none, unknown])
      expect(findings.map((finding) => finding.split(' ')[1])).toEqual(['topology/zones']);
  });

  test('is content with a node in each, and with a number', () => {
    expect(findingsOf(fra('    nodes: { fra-a: 2, fra-b: 1 }\n'))).toEqual([]);
    expect(findingsOf(fra('    zones: [fra-a]\n    nodes: 1\n'))).toEqual([]);
  });
});
