import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const id = 'mariadb-operator/account-objects';
const users = (...names: readonly string[]): string =>
  operatorTopology +
  lines(
    'mariadbOperator:',
    '  users:',
    ...names.map((name) => `    - { name: ${name}, passwordSecret: { name: app } }`),
  );

test('two accounts of one object', () => {
  expect(findingsOf(users('app_rw', 'app-rw'))).toEqual([
    `error ${id} 25:19 the accounts app_rw and app-rw would both be the object wiki-app-rw`,
  ]);
  expect(findingsOf(users('app', 'app'))).toEqual([`error ${id} 25:19 the account app is there twice`]);
  expect(findingsOf(users('app', 'app2'))).toEqual([]);
});

test("the server's own account", () => {
  expect(findingsOf(users('root'))).toEqual([`error ${id} 24:19 the account root is the server's own`]);
});

test('two databases of one name', () => {
  expect(
    findingsOf(
      operatorTopology + lines('mariadbOperator: { databases: [{ name: a }, { name: b }, { name: a }] }'),
    ),
  ).toEqual([`error ${id} 22:70 wiki makes the database a twice`]);
});

test('a fleet says it once', () => {
  const text = change(users('app', 'app'), '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
  expect(findingsOf(text)).toHaveLength(1);
});
