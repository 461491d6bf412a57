import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/upgrade'));
}

test('says what is wrong, and where', () => {
  expect(found(change(operatorTopology, '"11.8.8"', '"11.4.12"'), operatorTopology)).toEqual([
    'warning mariadb-operator/upgrade 11:14 orders goes from MariaDB 11.4.12 to 11.8.8, and never back',
  ]);
  expect(found(change(operatorTopology, '"11.8.8"', '"10.6.27"'), operatorTopology)).toEqual([
    'warning mariadb-operator/upgrade 11:14 orders would go from MariaDB 10.6.27 to 11.8.8 past 10.11 and 11.4, which a Galera cluster goes through one after the other',
  ]);
  expect(
    found(
      change(operatorTopology, '"11.8.8"', '"10.6.27"'),
      change(operatorTopology, '"11.8.8"', '"10.11.18"'),
    ),
  ).toEqual([
    'warning mariadb-operator/upgrade 11:14 orders goes from MariaDB 10.6.27 to 10.11.18: a full copy by mariabackup does not cross to 10.8',
  ]);
  expect(found(operatorTopology, change(operatorTopology, '"11.8.8"', '"11.8.5"'))).toEqual([
    'warning mariadb-operator/upgrade 11:14 orders goes back from MariaDB 11.8.8 to 11.8.5',
  ]);
  expect(
    found(
      change(change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'), '"11.8.8"', '"10.11.18"'),
      change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'),
    ),
  ).toEqual([
    'warning mariadb-operator/upgrade 11:14 orders goes from MariaDB 10.11.18 to 11.8.8, and never back',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(change(operatorTopology, '"11.8.8"', '"11.8.5"'), operatorTopology)).toEqual([]);
  expect(found(operatorTopology, change(operatorTopology, '"11.8.8"', '"11.4.12"'))).toEqual([]);
});
