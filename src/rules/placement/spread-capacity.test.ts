import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const id = 'placement/spread-capacity';
const spread = (words: string, fra: string): string =>
  `${change(goodTopology, 'kubesliceDNS: 10.43.0.100\n', `kubesliceDNS: 10.43.0.100\n${fra}`)}    spread: { ${words} }\n`;

describe(id, () => {
  test('reports too few nodes', () => {
    const text = spread('node: DoNotSchedule', '    nodes: 1\n');
    expect(findingsOf(text)).toEqual([
      `error ${id} 28:19 orders puts 2 replicas on fra, each in a node of its own, and fra has 1`,
    ]);
    expect(relatedOf(text)).toEqual([['33:21 one per node', '12:12 1 in all']]);
    expect(fixesOf(text)).toEqual([
      'put 1 there and the others on another cluster, or write spread.node: ScheduleAnyway',
    ]);
  });

  test('reports too few zones, listed or counted by their nodes', () => {
    const finding = `error ${id} 28:19 orders puts 2 replicas on fra, each in a zone of its own, and fra has 1`;
    expect(findingsOf(spread('zone: DoNotSchedule', '    zones: [a]\n'))).toEqual([finding]);
    expect(findingsOf(spread('zone: DoNotSchedule', '    nodes: { a: 5 }\n'))).toEqual([finding]);
  });

  test('adds the nodes of zones up', () => {
    expect(findingsOf(spread('node: DoNotSchedule', '    nodes: { a: 1, b: 1 }\n'))).toEqual([]);
  });

  test.each([
    ['node: DoNotSchedule', '    nodes: 2\n'],
    ['node: DoNotSchedule', ''],
    ['zone: DoNotSchedule', '    zones: [a, b]\n'],
    ['zone: DoNotSchedule', '    nodes: 1\n'],
    ['node: ScheduleAnyway', '    nodes: 1\n'],
  ])('is content with %s and %j', (words, fra) => {
    expect(findingsOf(spread(words, fra))).toEqual([]);
  });
});
