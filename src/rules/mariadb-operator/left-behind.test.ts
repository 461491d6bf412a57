import { expect, test } from 'vitest';
import { operatorTopology, spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/left-behind'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      change(operatorTopology, '[{ name: shop }]', '[{ name: shop }, { name: other }]'),
      operatorTopology,
    ),
  ).toEqual([
    'info mariadb-operator/left-behind 22:7 orders keeps what leaves the repository: Database orders-other',
  ]);
  expect(
    found(spanningTopology, change(spanningTopology, '        - name: app\n', '        - name: web\n')),
  ).toEqual([
    'info mariadb-operator/left-behind 27:11 orders-fra keeps what leaves the repository: User orders-fra-app and 1 more',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, '- name: app\n', '- name: web\n'))).toEqual([]);
  expect(found(spanningTopology, change(spanningTopology, 'primary: fra', 'primary: ams'))).toEqual([]);
});
