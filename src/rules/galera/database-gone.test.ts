import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/database-gone'));
}

test('says what is wrong, and where', () => {
  expect(
    found(galeraTopology, change(galeraTopology, 'name: wiki\n    namespace', 'name: pages\n    namespace')),
  ).toEqual([
    'warning galera/database-gone 7:5 wiki on fra would go, and wiki/pages would start empty in its place',
  ]);
  expect(
    found(galeraTopology, change(galeraTopology, 'provider: statefulset', 'provider: mariadb-operator')),
  ).toEqual([
    'warning galera/database-gone 7:5 the members of wiki on fra go, and their volumes stay behind',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, change(galeraTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
});
