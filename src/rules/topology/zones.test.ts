import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const fra = (lines: string): string =>
  change(goodTopology, '    kubesliceDNS: 10.43.0.100\n', `    kubesliceDNS: 10.43.0.100\n${lines}`);

describe('topology/zones', () => {
  test('reports nodes in a zone the cluster does not have', () => {
    const text = fra('    zones: [fra-a, fra-b]\n    nodes: { fra-a: 2, frab: 1, elsewhere: 1 }\n');
    expect(findingsOf(text)).toEqual([
      'error topology/zones 13:24 fra counts nodes in the zone frab, which is not among its zones',
      'error topology/zones 13:33 fra counts nodes in the zone elsewhere, which is not among its zones',
    ]);
    expect(fixesOf(text)).toEqual(['did you mean fra-b?', 'add it to zones, or use one of: fra-a and fra-b']);
  });

  test('reports a cluster without any node', () => {
    expect(findingsOf(fra('    nodes: { fra-a: 0, fra-b: 0 }\n'))).toEqual([
      'error topology/zones 12:21 fra has no node in any zone',
    ]);
  });

  test.each([
    '    zones: [fra-a, fra-b]\n    nodes: { fra-a: 2, fra-b: 1 }\n',
    '    zones: [fra-a, fra-b]\n    nodes: { fra-a: 2 }\n',
    '    zones: [fra-a, fra-b]\n    nodes: 3\n',
    '    nodes: { fra-a: 1 }\n',
    '    zones: [fra-a]\n',
  ])('is content with %j', (lines) => {
    expect(findingsOf(fra(lines))).toEqual([]);
  });
});
