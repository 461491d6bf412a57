import { expect, test } from 'vitest';
import { operatorTopology, spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) =>
    each.includes('mariadb-operator/privileges-widened'),
  );
}

test('says what is wrong, and where', () => {
  expect(
    found(operatorTopology, change(operatorTopology, '[SELECT, INSERT]', '[SELECT, INSERT, DROP]')),
  ).toEqual(['warning mariadb-operator/privileges-widened 21:11 app@% gets DROP on shop.*']);
  expect(
    found(
      operatorTopology,
      change(
        operatorTopology,
        '{ database: shop, privileges: [SELECT, INSERT] }',
        '{ database: shop, privileges: [SELECT, INSERT] }, { privileges: [PROCESS] }',
      ),
    ),
  ).toEqual(['warning mariadb-operator/privileges-widened 21:11 app@% gets PROCESS on *.*']);
  expect(
    found(
      operatorTopology,
      change(operatorTopology, '[SELECT, INSERT]', '[SELECT, INSERT], grantOption: true'),
    ),
  ).toEqual(['warning mariadb-operator/privileges-widened 21:11 app@% gets GRANT OPTION on shop.*']);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, '[SELECT, INSERT]', '[SELECT]'))).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, '- name: app\n', '- name: web\n'))).toEqual([]);
  expect(found(spanningTopology, change(spanningTopology, 'primary: fra', 'primary: ams'))).toEqual([]);
});
