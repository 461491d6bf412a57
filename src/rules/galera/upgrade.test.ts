import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/upgrade'));
}

test('says what is wrong, and where', () => {
  expect(found(change(galeraTopology, '"11.8.8"', '"11.4.12"'), galeraTopology)).toEqual([
    'warning galera/upgrade 11:14 wiki goes from MariaDB 11.4.12 to 11.8.8, and never back',
  ]);
  expect(found(change(galeraTopology, '"11.8.8"', '"10.6.27"'), galeraTopology)).toEqual([
    'warning galera/upgrade 11:14 wiki would go from MariaDB 10.6.27 to 11.8.8 past 10.11 and 11.4, which a Galera cluster goes through one after the other',
  ]);
  expect(
    found(change(galeraTopology, '"11.8.8"', '"10.6.27"'), change(galeraTopology, '"11.8.8"', '"10.11.18"')),
  ).toEqual([
    'warning galera/upgrade 11:14 wiki goes from MariaDB 10.6.27 to 10.11.18: a full copy by mariabackup does not cross to 10.8',
  ]);
  expect(found(galeraTopology, change(galeraTopology, '"11.8.8"', '"11.8.5"'))).toEqual([
    'warning galera/upgrade 11:14 wiki goes back from MariaDB 11.8.8 to 11.8.5',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(change(galeraTopology, '"11.8.8"', '"11.8.5"'), galeraTopology)).toEqual([]);
  expect(found(galeraTopology, change(galeraTopology, '"11.8.8"', '"11.4.12"'))).toEqual([]);
});
