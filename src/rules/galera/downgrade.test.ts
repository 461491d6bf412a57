import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/downgrade'));
}

test('says what is wrong, and where', () => {
  expect(found(galeraTopology, change(galeraTopology, '"11.8.8"', '"11.4.12"'))).toEqual([
    'error galera/downgrade 11:14 wiki would go back from MariaDB 11.8.8 to 11.4.12',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(change(galeraTopology, '"11.8.8"', '"11.4.12"'), galeraTopology)).toEqual([]);
  expect(found(galeraTopology, change(galeraTopology, '"11.8.8"', '"11.8.5"'))).toEqual([]);
});
