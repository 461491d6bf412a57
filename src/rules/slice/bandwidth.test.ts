import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

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
