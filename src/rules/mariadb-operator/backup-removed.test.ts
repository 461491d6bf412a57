import { expect, test } from 'vitest';
import { operatorTopology, spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/backup-removed'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, '- name: nightly\n', '- name: hourly\n'))).toEqual([
    'warning mariadb-operator/backup-removed 24:11 orders-nightly of orders is made no more',
  ]);
  expect(
    found(
      change(
        spanningTopology,
        'backups:\n',
        'backups:\n        - { name: weekly, kind: logical, schedule: "0 0 * * 0", volume: { size: 9Gi } }\n',
      ),
      spanningTopology,
    ),
  ).toEqual(['warning mariadb-operator/backup-removed 31:7 orders-fra-weekly of orders-fra is made no more']);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'name: orders\n', 'name: sales\n'))).toEqual([]);
  expect(found(spanningTopology, change(spanningTopology, 'primary: fra', 'primary: ams'))).toEqual([]);
});
