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

  const arbitrated = (zone: string, nodes: string, zones = '[a, b]'): string => {
    const ground = change(
      siteTopology,
      'zones: [a, b, c]\n    nodes: 6',
      `zones: ${zones}\n    nodes: ${nodes}`,
    );
    const vote = `statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23"${zone} } }`;
    return change(ground, 'replicas: 3', 'replicas: 2') + lines('survive: node', vote);
  };

  test('counts the arbitrator, which keeps off the nodes of replicas', () => {
    expect(findingsOf(arbitrated('', '2', '[a]'))).toEqual([
      'error placement/spread-impossible 18:19 wiki puts 2 replicas and an arbitrator on west, which has 2 nodes, one for each',
    ]);
    expect(findingsOf(arbitrated('', '3', '[a]'))).toEqual([]);
    expect(findingsOf(arbitrated(', zone: c', '{ a: 1, b: 1 }'))).toEqual([]);
    expect(findingsOf(arbitrated('', '2', '[a]') + lines('spread: { node: ScheduleAnyway }'))).toEqual([
      'error survival/goal 18:19 wiki does not survive the loss of a node of west: no replica is left',
    ]);
  });

  test('reports an arbitrator that may find no node, or take one that a replica needs', () => {
    expect(findingsOf(arbitrated(', zone: b', '{ a: 2, b: 2 }'))).toEqual([
      'error placement/spread-impossible 23:20 the arbitrator of wiki is to run in b, of whose 2 nodes its replicas may leave none',
    ]);
    expect(fixesOf(arbitrated(', zone: b', '{ a: 2, b: 2 }'))).toEqual([
      'name a zone for it in which no replica runs, or give b 3 nodes',
    ]);
    expect(findingsOf(arbitrated(', zone: b', '{ a: 2, b: 3 }'))).toEqual([]);
    // Of three zones, replicas leave that of the arbitrator alone.
    expect(findingsOf(arbitrated(', zone: c', '{ a: 1, b: 1, c: 1 }', '[a, b, c]'))).toEqual([]);
    expect(findingsOf(arbitrated('', '{ a: 1, b: 3 }') + lines('spread: { zone: DoNotSchedule }'))).toEqual([
      'error placement/spread-impossible 23:20 the arbitrator of wiki may run in any zone, also where it takes a node in a that a replica needs',
    ]);
  });

  test('counts the nodes that a node selector leaves', () => {
    const counted = change(siteTopology, 'nodes: 6', 'nodes: { a: 2, b: 4, c: 4 }');
    const pinned = lines('survive: node', 'scheduling: { nodeSelector: { topology.kubernetes.io/zone: a } }');
    expect(findingsOf(counted + pinned)).toEqual([
      'error placement/spread-impossible 18:19 wiki puts 3 replicas on west, which has 2 nodes, one for each',
    ]);
  });
});
