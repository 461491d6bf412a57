import { describe, expect, test } from 'vitest';
import { change, goodTopology } from '../rules/testing.js';
import { readTopology } from '../topology/index.js';
import { buildPlan } from './build.js';

function spreadOf(text: string) {
  const { topology, file } = readTopology({ name: 't', content: text });
  if (!topology || !file) throw new Error('not a topology');
  return buildPlan(topology, file, () => undefined).databases[0]?.spread;
}

const asking = (goal: string, fra = '', more = ''): string =>
  change(
    change(goodTopology, 'survive: none\n', `survive: ${goal}\n${more}`),
    'kubesliceDNS: 10.43.0.100\n',
    `kubesliceDNS: 10.43.0.100\n${fra}`,
  );

describe('the spread of a database of KubeDB', () => {
  test('follows what is to be survived', () => {
    expect(spreadOf(goodTopology)).toEqual({ node: 'ScheduleAnyway', zone: 'ScheduleAnyway' });
    for (const goal of ['node', 'cluster+1'])
      expect(spreadOf(asking(goal))).toEqual({ node: 'DoNotSchedule', zone: 'ScheduleAnyway' });
    expect(spreadOf(asking('cluster'))).toEqual({ node: 'ScheduleAnyway', zone: 'ScheduleAnyway' });
  });

  test('is what the clusters have room for', () => {
    expect(spreadOf(asking('node', '    nodes: 1\n'))?.node).toBe('ScheduleAnyway');
    expect(spreadOf(asking('node', '    nodes: 2\n'))?.node).toBe('DoNotSchedule');
    expect(spreadOf(asking('zone', '    zones: [a, b]\n'))?.zone).toBe('ScheduleAnyway');
    const both = change(
      asking('zone', '    zones: [a, b]\n'),
      'kubesliceDNS: 10.43.0.101\n',
      'kubesliceDNS: 10.43.0.101\n    zones: [c]\n',
    );
    expect(spreadOf(both)).toEqual({ node: 'DoNotSchedule', zone: 'DoNotSchedule' });
    expect(spreadOf(change(both, '[a, b]', '[a]'))?.zone).toBe('ScheduleAnyway');
  });

  test('is what is stated', () => {
    expect(spreadOf(asking('node', '', '    spread: { node: ScheduleAnyway }\n'))?.node).toBe(
      'ScheduleAnyway',
    );
  });
});
