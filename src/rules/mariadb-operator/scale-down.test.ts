import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/scale-down'));
}

test('says what is wrong, and where', () => {
  expect(found(change(operatorTopology, 'replicas: 3 }', 'replicas: 5 }'), operatorTopology)).toEqual([
    'warning mariadb-operator/scale-down 12:5 orders shrinks from 5 to 3 replicas: orders-3 to orders-4 go, and their volumes stay',
  ]);
  expect(found(change(operatorTopology, 'replicas: 3 }', 'replicas: 7 }'), operatorTopology)).toEqual([
    'warning mariadb-operator/scale-down 12:5 orders would shrink from 7 to 3 replicas at once, which is no majority of those that were there',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'))).toEqual([]);
});
