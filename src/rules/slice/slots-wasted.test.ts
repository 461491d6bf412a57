import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/slots-wasted '));

const slots = (count: number): string =>
  change(goodTopology, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n  maxClusters: ${count}\n`);

describe('slice/slots-wasted', () => {
  test('notes a number that is rounded up', () => {
    expect(findingsOf(slots(9), true)).toEqual([
      'info slice/slots-wasted 19:16 room for 9 clusters takes as much of the subnet as room for 16',
    ]);
    expect(fixesOf(slots(9))).toEqual(['write 16 if the slice does not exist yet; it costs nothing']);
  });

  test.each([4, 8, 16, 32])('is content with %i', (count) => {
    expect(findingsOf(slots(count), true)).toEqual([]);
  });

  test('looks at SliceConfigs', () => {
    const text = (spec: string): string =>
      `apiVersion: controller.kubeslice.io/v1alpha1\nkind: SliceConfig\nmetadata: { name: shop }\nspec: { ${spec} }\n`;
    expect(own(manifestFindingsOf(text('maxClusters: 5')))).toEqual([
      'info slice/slots-wasted 4:22 room for 5 clusters takes as much of the subnet as room for 8',
    ]);
    for (const spec of ['maxClusters: 8', 'maxClusters: 99', 'maxClusters: 2.5', 'maxClusters: many', ''])
      expect(own(manifestFindingsOf(text(spec)))).toEqual([]);
  });
});
