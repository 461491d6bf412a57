import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/volume-stuck'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      change(operatorTopology, 'storageClass: fast', 'storageClass: local-path'),
      change(
        change(operatorTopology, 'storageClass: fast', 'storageClass: local-path'),
        'size: 20Gi',
        'size: 40Gi',
      ),
    ),
  ).toEqual([
    'warning mariadb-operator/volume-stuck 14:22 the volumes of orders are to grow from 20Gi to 40Gi, and their class cannot make them larger',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'size: 20Gi', 'size: 40Gi'))).toEqual([]);
});
