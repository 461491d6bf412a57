import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/pods-stranded'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      `${change(change(galeraTopology, 'nodes: 9', 'zones: [a, b, c], nodes: 9'), 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
      `${change(change(galeraTopology, 'nodes: 9', 'zones: [a, b, c], nodes: 9'), 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23, zone: c } }\n`,
    ),
  ).toEqual([
    'warning galera/pods-stranded 16:74 members of wiki may stay Pending when they restart: they must leave zone c',
  ]);
  expect(
    found(galeraTopology, `${galeraTopology}    scheduling: { nodeSelector: { disk: fast } }\n`),
  ).toEqual([
    'warning galera/pods-stranded 16:5 members of wiki may stay Pending when they restart: nodes must have disk=fast',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(`${galeraTopology}    scheduling: { nodeSelector: { disk: fast } }\n`, galeraTopology),
  ).toEqual([]);
});
