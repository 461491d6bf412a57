import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/together'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      change(galeraTopology, '"11.8.8"', '"11.8.7"'),
      change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'),
    ),
  ).toEqual([
    'warning galera/together 7:5 wiki changes its image and the number of its members in one commit',
  ]);
  expect(
    found(
      galeraTopology,
      change(change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'), 'size: 20Gi', 'size: 40Gi'),
    ),
  ).toEqual([
    'warning galera/together 7:5 wiki changes the number of its members and the size of its volumes in one commit',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(change(galeraTopology, '"11.8.8"', '"11.8.7"'), galeraTopology)).toEqual([]);
  expect(found(galeraTopology, change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
});
