import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { foundBy, hubObject, sliceConfig } from './testing.js';

function bandwidth(fields: string): string {
  return change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  bandwidth: { ${fields} }\n`,
  );
}

describe('slice/bandwidth', () => {
  test('reports a profile beside figures', () => {
    const text = bandwidth('profile: gold, dscp: EF, ceiling: 1Gbps');
    expect(findingsOf(text)).toEqual([
      'error slice/bandwidth 19:25 bandwidth has the profile gold and also ceiling',
    ]);
    expect(relatedOf(text)).toEqual([['19:41 a figure']]);
    expect(findingsOf(bandwidth('priority: 1, profile: gold'))).toEqual([
      'error slice/bandwidth 19:38 bandwidth has the profile gold and also priority',
    ]);
  });

  test.each([
    ['guaranteed: 200Mbps', 'guaranteed', 'ceiling: 200Mbps'],
    ['priority: 1', 'priority', 'ceiling: 800Mbps'],
    ['dscp: EF', 'dscp', 'ceiling: 800Mbps'],
  ])('reports %s without a ceiling', (fields, field, example) => {
    expect(findingsOf(bandwidth(fields))).toEqual([
      `error slice/bandwidth 19:16 bandwidth has ${field} but no ceiling`,
    ]);
    expect(fixesOf(bandwidth(fields))).toEqual([`add the most the slice may use, for example: ${example}`]);
  });

  test('reports a guaranteed part above the ceiling', () => {
    const text = bandwidth('ceiling: 1Gbps, guaranteed: 1001Mbps');
    expect(findingsOf(text)).toEqual([
      'error slice/bandwidth 19:44 the guaranteed bandwidth, 1001Mbps, is above the ceiling, 1Gbps',
    ]);
    expect(relatedOf(text)).toEqual([['19:25 the ceiling']]);
    expect(fixesOf(text)).toEqual(['write 1Gbps or less, or raise the ceiling to 1001Mbps']);
  });

  test('reports a ceiling that rounds to nothing', () => {
    const text = bandwidth('ceiling: 0.8kbps, guaranteed: 100Mbps');
    expect(findingsOf(text)).toEqual(['error slice/bandwidth 19:25 a ceiling of 0.8kbps is less than 1kbps']);
    expect(fixesOf(text)).toEqual(['did you mean 0.8Mbps?']);
  });

  test.each([
    'profile: gold',
    'ceiling: 1Gbps, guaranteed: 1000Mbps',
    'ceiling: 800Mbps, priority: 0, dscp: Default',
  ])('is content with %s', (fields) => {
    expect(findingsOf(bandwidth(fields))).toEqual([]);
  });

  test('takes the smallest ceiling for an odd wish, not for a mistake', () => {
    const found = findingsOf(bandwidth('ceiling: 1kbps'));
    expect(found.map((finding) => finding.split(' ')[1])).toEqual(['slice/ceiling-low']);
  });
});

describe('slice/bandwidth in manifests', () => {
  const id = 'slice/bandwidth';
  const figures = (ceiling: number, guaranteed: number) =>
    `{ queueType: HTB, tcType: BANDWIDTH_CONTROL, priority: 0, bandwidthCeilingKbps: ${ceiling}, bandwidthGuaranteedKbps: ${guaranteed}, dscpClass: EF }`;

  test('exactly one of a profile and figures', () => {
    expect(foundBy(id, sliceConfig({ qosProfileDetails: figures(2, 1) }))).toEqual([
      'error 11:3 the SliceConfig shop has both standardQosProfileName and qosProfileDetails',
    ]);
    expect(foundBy(id, sliceConfig({ standardQosProfileName: undefined }))).toEqual([
      'error 6:1 the SliceConfig shop has neither standardQosProfileName nor qosProfileDetails',
    ]);
    expect(foundBy(id, sliceConfig({ standardQosProfileName: '""' }))).toEqual([
      'error 6:1 the SliceConfig shop has neither standardQosProfileName nor qosProfileDetails',
    ]);
  });

  test('the ceiling lets something through', () => {
    for (const ceiling of [0, -1])
      expect(
        foundBy('slice/bandwidth', hubObject('SliceQoSConfig', figures(ceiling, ceiling), 'gold')),
      ).toEqual([`error 4:87 a ceiling of ${ceiling}kbps is less than 1kbps`]);
  });

  test('the guaranteed part lies below the ceiling', () => {
    expect(
      foundBy(id, sliceConfig({ standardQosProfileName: undefined, qosProfileDetails: figures(1, 2) })),
    ).toEqual(['error 11:130 the guaranteed bandwidth, 2kbps, is above the ceiling, 1kbps']);
    expect(foundBy(id, hubObject('SliceQoSConfig', figures(1, 2), 'gold'))).toEqual([
      'error 4:115 the guaranteed bandwidth, 2kbps, is above the ceiling, 1kbps',
    ]);
  });

  test('what fits, and a slice without a network', () => {
    expect(foundBy(id, sliceConfig(), hubObject('SliceQoSConfig', figures(2, 2), 'gold'))).toEqual([]);
    expect(
      foundBy(id, sliceConfig({ standardQosProfileName: undefined, qosProfileDetails: figures(2, 1) })),
    ).toEqual([]);
    expect(
      foundBy(
        id,
        sliceConfig({ standardQosProfileName: undefined, overlayNetworkDeploymentMode: 'no-network' }),
      ),
    ).toEqual([]);
  });
});
