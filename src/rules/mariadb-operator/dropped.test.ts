import { expect, test } from 'vitest';
import { operatorTopology, spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/dropped'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, '- name: app\n', '- name: web\n'))).toEqual([
    'warning mariadb-operator/dropped 17:7 orders loses accounts: app@%',
  ]);
  expect(
    found(
      operatorTopology,
      change(
        change(operatorTopology, 'database: shop, privileges', 'database: other, privileges'),
        'databases: [{ name: shop }]',
        'databases: [{ name: shop }, { name: other }]',
      ),
    ),
  ).toEqual(['warning mariadb-operator/dropped 21:11 orders takes privileges away: app@% on shop.*']);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      operatorTopology,
      change(operatorTopology, '[{ name: shop }]', '[{ name: shop }, { name: other }]'),
    ),
  ).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, 'name: orders\n', 'name: sales\n'))).toEqual([]);
  expect(found(spanningTopology, change(spanningTopology, 'primary: fra', 'primary: ams'))).toEqual([]);
});
