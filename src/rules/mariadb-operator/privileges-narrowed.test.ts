import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) =>
    each.includes('mariadb-operator/privileges-narrowed'),
  );
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, '[SELECT, INSERT]', '[SELECT]'))).toEqual([
    'info mariadb-operator/privileges-narrowed 21:11 app@% loses INSERT on shop.*',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(operatorTopology, change(operatorTopology, '[SELECT, INSERT]', '[INSERT, SELECT, UPDATE]')),
  ).toEqual([]);
});
