import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/members-differ'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      operatorTopology,
      change(operatorTopology, 'mariadbOperator:\n', 'mariadbOperator:\n      sst: rsync\n'),
    ),
  ).toEqual([
    'warning mariadb-operator/members-differ 17:12 spec.galera.sst of orders changes from mariabackup to rsync in one server after the other: a server that needs a full copy asks for it another way than its donor gives it',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      operatorTopology,
      change(operatorTopology, 'mariadbOperator:\n', 'mariadbOperator:\n      availableWhenDonor: false\n'),
    ),
  ).toEqual([]);
  expect(found(change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'), operatorTopology)).toEqual([]);
});
