import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/downgrade'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, '"11.8.8"', '"11.4.12"'))).toEqual([
    'error mariadb-operator/downgrade 11:14 orders would go back from MariaDB 11.8.8 to 11.4.12',
  ]);
  expect(
    found(
      change(
        `${operatorTopology}    image: mariadb:11.8.8@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n`,
        '    version: "11.8.8"\n',
        '',
      ),
      change(`${operatorTopology}    image: mariadb:10.11.18\n`, '    version: "11.8.8"\n', ''),
    ),
  ).toEqual(['error mariadb-operator/downgrade 31:12 orders would go back from MariaDB 11.8.8 to 10.11.18']);
});

test('says nothing of what is another matter', () => {
  expect(found(change(operatorTopology, '"11.8.8"', '"11.4.12"'), operatorTopology)).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, '"11.8.8"', '"11.8.7"'))).toEqual([]);
});
