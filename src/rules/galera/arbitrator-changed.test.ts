import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/arbitrator-changed'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      galeraTopology,
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
    ),
  ).toEqual(['warning galera/arbitrator-changed 16:20 wiki gets an arbitrator: 3 votes become 3']);
  expect(
    found(
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
      galeraTopology,
    ),
  ).toEqual(['warning galera/arbitrator-changed 12:5 wiki loses its arbitrator: 3 votes become 3']);
  expect(
    found(
      `${change(change(galeraTopology, 'nodes: 9', 'zones: [a, b, c], nodes: 9'), 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23, zone: c } }\n`,
      `${change(change(galeraTopology, 'nodes: 9', 'zones: [a, b, c], nodes: 9'), 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23, zone: b } }\n`,
    ),
  ).toEqual([
    'warning galera/arbitrator-changed 16:74 the arbitrator of wiki moves from zone c to b, and its vote is missing meanwhile',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
      change(
        `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
        'memory: 2Gi',
        'memory: 4Gi',
      ),
    ),
  ).toEqual([]);
  expect(
    found(
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
      change(
        `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
        'name: wiki\n    namespace',
        'name: pages\n    namespace',
      ),
    ),
  ).toEqual([]);
});
