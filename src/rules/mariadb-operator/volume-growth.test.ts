import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/volume-growth'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, 'size: 20Gi', 'size: 40Gi'))).toEqual([
    'info mariadb-operator/volume-growth 14:22 the volumes of orders grow from 20Gi to 40Gi while the servers run',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'size: 20Gi', 'size: 10Gi'))).toEqual([]);
  expect(
    found(
      change(operatorTopology, 'storageClass: fast', 'storageClass: local-path'),
      change(
        change(operatorTopology, 'storageClass: fast', 'storageClass: local-path'),
        'size: 20Gi',
        'size: 40Gi',
      ),
    ),
  ).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, 'size: 20Gi', 'size: 20480Mi'))).toEqual([]);
});
