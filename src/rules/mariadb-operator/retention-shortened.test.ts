import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) =>
    each.includes('mariadb-operator/retention-shortened'),
  );
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, 'retention: 30d', 'retention: 7d'))).toEqual([
    'warning mariadb-operator/retention-shortened 24:11 orders-nightly keeps backups for 168h instead of 720h',
  ]);
  expect(
    found(
      change(operatorTopology, 'retention: 30d', 'retention: 60d'),
      change(operatorTopology, '          retention: 30d\n', ''),
    ),
  ).toEqual([
    'warning mariadb-operator/retention-shortened 24:11 orders-nightly keeps backups for 720h instead of 1440h',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, '          retention: 30d\n', ''))).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, 'retention: 30d', 'retention: 60d'))).toEqual([]);
});
