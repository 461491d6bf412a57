import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { foundBy, sliceConfig } from './testing.js';

/** A slice whose members are fra, ams and others that hold nothing. */
function members(count: number, lines = ''): string {
  const others = Array.from({ length: count - 2 }, (_, index) => `c${index}`);
  const clusters = others.map(
    (name, index) =>
      `  - name: ${name}\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.1.${index}\n`,
  );
  return change(
    change(goodTopology, 'slice:\n', `${clusters.join('')}slice:\n`),
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  clusters: [fra, ams, ${others.join(', ')}]\n${lines}`,
  );
}

describe('slice/max-clusters', () => {
  test('reports more members than slots', () => {
    const text = members(5, '  maxClusters: 4\n');
    expect(findingsOf(text)).toEqual(['error slice/max-clusters 32:16 the slice has 5 members and 4 slots']);
    expect(fixesOf(text)).toEqual(['write 8, or more to leave room: it cannot be raised later']);
  });

  test('reports more members than KubeSlice joins', () => {
    expect(findingsOf(members(33))).toEqual([
      'error slice/max-clusters 143:13 the slice has 33 members, KubeSlice joins at most 32',
    ]);
    expect(findingsOf(members(33, '  maxClusters: 32\n'))).toEqual([
      'error slice/max-clusters 143:13 the slice has 33 members, KubeSlice joins at most 32',
    ]);
  });

  test('points at the slice where it does not name its members', () => {
    const names = Array.from({ length: 31 }, (_, index) => `c${index}`);
    const clusters = names.map(
      (name) => `  - name: ${name}\n    distribution: k3s\n    networkInterface: eth0\n`,
    );
    const text = change(
      change(goodTopology, 'slice:\n', `${clusters.join('')}slice:\n`),
      '    survive: none\n',
      `${names.map((cluster) => `      - { cluster: ${cluster}, replicas: 1 }\n`).join('')}    survive: none\n`,
    );
    expect(findingsOf(text)).toEqual([
      'error slice/max-clusters 110:3 the slice has 33 members, KubeSlice joins at most 32',
    ]);
  });

  test('is content with as many members as slots', () => {
    // That no slot is left is slice/transit-slot.
    const own = (text: string) => findingsOf(text).filter((each) => each.includes(' slice/max-clusters '));
    expect(own(members(4, '  maxClusters: 4\n'))).toEqual([]);
    expect(own(members(32))).toEqual([]);
  });
});

describe('slice/max-clusters in manifests', () => {
  const found = (count: number, maxClusters?: string) =>
    foundBy(
      'slice/max-clusters',
      sliceConfig({
        maxClusters,
        clusters: `[${Array.from({ length: count }, (_, index) => `c${index}`).join(', ')}]`,
      }),
    );

  test('more members than slots', () => {
    expect(found(5, '4')).toEqual(['error 8:16 the slice has 5 members and 4 slots']);
    expect(found(17)).toEqual(['error 9:3 the slice has 17 members and 16 slots']);
    expect(found(33, '32')).toEqual(['error 10:3 the slice has 33 members, KubeSlice joins at most 32']);
  });

  test('as many members as slots', () => {
    expect(found(4, '4')).toEqual([]);
    expect(found(16)).toEqual([]);
    expect(found(32, '32')).toEqual([]);
  });
});
