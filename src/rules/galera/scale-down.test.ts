import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/scale-down'));
}

test('says what is wrong, and where', () => {
  expect(found(change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'), galeraTopology)).toEqual([
    'warning galera/scale-down 12:5 wiki shrinks from 5 to 3 members: wiki-3 to wiki-4 go, and their volumes stay',
  ]);
  expect(found(change(galeraTopology, 'replicas: 3 }', 'replicas: 7 }'), galeraTopology)).toEqual([
    'warning galera/scale-down 12:5 wiki would shrink from 7 to 3 members at once: 3 of 7 votes stay, which is no majority',
  ]);
  expect(
    found(
      galeraTopology,
      `${change(galeraTopology, 'replicas: 3 }', 'replicas: 2 }')}    statefulset: { arbitrator: { image: example.com/garbd:26.4.23 } }\n`,
    ),
  ).toEqual([
    'warning galera/scale-down 12:5 wiki shrinks from 3 to 2 members: wiki-2 goes, and its volume stays',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
  expect(found(galeraTopology, change(galeraTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([]);
});
