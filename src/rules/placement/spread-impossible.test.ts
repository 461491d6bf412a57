import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const spread = (fra: string, mode: string): string =>
  `${change(goodTopology, '    kubesliceDNS: 10.43.0.100\n', `    kubesliceDNS: 10.43.0.100\n${fra}`)}    spread: ${mode}\n`;

describe('placement/spread-impossible', () => {
  test('reports more replicas than nodes', () => {
    const text = spread('    nodes: 1\n', '{ node: DoNotSchedule }');
    expect(findingsOf(text)).toEqual([
      'error placement/spread-impossible 28:19 orders puts 2 replicas on fra, which has 1 node, one for each',
    ]);
    expect(relatedOf(text)).toEqual([['33:21 one replica a node', '12:12 the nodes']]);
    expect(fixesOf(text)).toEqual(['write node: ScheduleAnyway, or put at most 1 on fra']);
  });

  test.each([
    ['    zones: [fra-a]\n', '29:19', '1 zone'],
    ['    nodes: { fra-a: 9 }\n', '29:19', '1 zone'],
    ['    zones: [fra-a, fra-b]\n    nodes: { fra-a: 1, fra-b: 0 }\n', '30:19', '1 zone'],
  ])('reports more replicas than zones: %j', (lines, _, said) => {
    expect(
      findingsOf(spread(lines, '{ zone: DoNotSchedule }')).filter((finding) =>
        finding.includes('spread-impossible'),
      ),
    ).toEqual([expect.stringContaining(`orders puts 2 replicas on fra, which has ${said}, one for each`)]);
  });

  test('reports all clusters of one database at once', () => {
    const text = change(
      change(
        spread('    nodes: 1\n', '{ node: DoNotSchedule }'),
        '10.43.0.101\n',
        '10.43.0.101\n    nodes: 2\n',
      ),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1, 3, 4]',
    );
    expect(findingsOf(text)).toEqual([
      'error placement/spread-impossible 29:19 orders puts 2 replicas on fra, which has 1 node, one for each',
    ]);
    expect(relatedOf(text)).toEqual([
      ['34:21 one replica a node', '12:12 the nodes', '31:19 too many as well'],
    ]);
  });

  test('leaves a number that is refused to kubedb/replicas', () => {
    const text = change(spread('    nodes: 2\n', '{ node: DoNotSchedule }'), '[0, 2]', '[0, 2, 3]');
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['kubedb/replicas']);
  });

  test('deals counts out before it counts', () => {
    const text = change(
      spread('    nodes: 2\n', '{ node: DoNotSchedule }'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3\n      - cluster: ams\n        replicas: 2',
    );
    expect(findingsOf(text)).toEqual([
      'error placement/spread-impossible 28:19 orders puts 3 replicas on fra, which has 2 nodes, one for each',
    ]);
  });

  test.each([
    ['    nodes: 2\n', '{ node: DoNotSchedule }'],
    ['    nodes: 1\n', '{ node: ScheduleAnyway }'],
    ['    nodes: 1\n', '{ zone: DoNotSchedule }'],
    ['    zones: [fra-a, fra-b]\n', '{ zone: DoNotSchedule }'],
    ['    zones: [fra-a, fra-b]\n    nodes: { fra-a: 1 }\n', '{ node: DoNotSchedule, zone: DoNotSchedule }'],
    ['', '{ node: DoNotSchedule, zone: DoNotSchedule }'],
  ])('is content with %j and %s', (lines, mode) => {
    expect(findingsOf(spread(lines, mode))).toEqual([]);
  });

  test('reports replicas on one cluster that has fewer nodes, whatever the file says of spread', () => {
    for (const text of [siteTopology, operatorTopology]) {
      const crowded = change(text, 'zones: [a, b, c]\n    nodes: 6', 'nodes: 2');
      expect(findingsOf(crowded)).toEqual([
        `error placement/spread-impossible 17:19 wiki puts 3 replicas on west, which has 2 nodes, one for each`,
      ]);
      expect(findingsOf(crowded + lines('spread: { node: ScheduleAnyway }'))).toEqual([]);
    }
    expect(findingsOf(change(siteTopology, 'nodes: 6', 'nodes: 3'))).toEqual([]);
  });

  test('reports zones that cannot take the replicas evenly', () => {
    const nodes = (counts: string): string =>
      change(change(siteTopology, 'nodes: 6', `nodes: ${counts}`), 'replicas: 3', 'replicas: 5');
    expect(findingsOf(nodes('{ a: 4, b: 1, c: 1 }'))).toEqual([
      'error placement/spread-impossible 18:19 wiki puts 5 replicas on west, whose zones take 4 when none is to be more than one ahead of another',
    ]);
    expect(findingsOf(nodes('{ a: 2, b: 2, c: 1 }'))).toEqual([]);
    expect(findingsOf(nodes('{ a: 3, b: 1, c: 1 }'))).toHaveLength(1);
    expect(findingsOf(nodes('{ a: 3, b: 1, c: 1 }') + lines('spread: { zone: ScheduleAnyway }'))).toEqual([]);
  });
});
