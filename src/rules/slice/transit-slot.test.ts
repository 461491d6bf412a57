import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/transit-slot '));

const slots = (count: number): string =>
  change(goodTopology, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n  maxClusters: ${count}\n`);

const sliceConfig = (members: number, spec: string): string => `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: shop }
spec:
  clusters: [${Array.from({ length: members }, (_, index) => `c${index}`).join(', ')}]
  sliceSubnet: 10.7.0.0/16
${spec}`;

describe('slice/transit-slot', () => {
  test('reports as many members as slots', () => {
    expect(findingsOf(slots(2))).toEqual([
      'warning slice/transit-slot 19:16 the 2 members take every slot of the slice, and 10.7.255.0/24, the network of its tunnels, lies in that of ams',
    ]);
    expect(relatedOf(slots(2))).toEqual([['12:11 has the last slot']]);
    expect(fixesOf(slots(2))).toEqual([
      'write maxClusters: 4 if the slice does not exist yet; later it cannot be changed',
    ]);
  });

  test('is content where rounding up leaves a slot', () => {
    expect(findingsOf(slots(3))).toEqual([]);
    expect(findingsOf(slots(4))).toEqual([]);
  });

  test('looks at SliceConfigs', () => {
    expect(own(manifestFindingsOf(sliceConfig(16, '')))).toEqual([
      'warning slice/transit-slot 4:1 the 16 members take every slot of the slice, and 10.7.255.0/24, the network of its tunnels, lies in that of c15',
    ]);
    expect(own(manifestFindingsOf(sliceConfig(32, '  maxClusters: 32\n')))).toHaveLength(1);
    expect(own(manifestFindingsOf(sliceConfig(15, '')))).toEqual([]);
    expect(own(manifestFindingsOf(sliceConfig(16, '  overlayNetworkDeploymentMode: no-network\n')))).toEqual(
      [],
    );
  });
});
