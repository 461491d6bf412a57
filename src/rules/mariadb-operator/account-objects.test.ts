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

test('two databases of one object', () => {
  const text = operatorTopology + lines('mariadbOperator: { databases: [{ name: App_x }, { name: app-x }] }');
  expect(findingsOf(text)).toEqual([
    `error ${id} 22:61 the databases App_x and app-x would both be the object wiki-app-x`,
  ]);
});

test("the server's own database", () => {
  expect(findingsOf(operatorTopology + lines('mariadbOperator: { databases: [{ name: mysql }] }'))).toEqual([
    `error ${id} 22:44 the database mysql is the server's own`,
  ]);
});

test('two grants of one object', () => {
  const grants = (...names: readonly string[]): string =>
    `${users('app')}${names.map((name, index) => `${index === 0 ? '          grants:\n' : ''}            - { database: "${name}", privileges: [SELECT] }\n`).join('')}`.replace(
      'passwordSecret: { name: app } }\n',
      'passwordSecret: { name: app }}\n',
    );
  const text = (...names: readonly string[]): string =>
    grants(...names).replace(
      '- { name: app, passwordSecret: { name: app }}',
      '- name: app\n          passwordSecret: { name: app }',
    );
  expect(findingsOf(text('app', 'app'))).toEqual([
    `error ${id} 28:17 two grants of app would both be the object wiki-app-app`,
  ]);
  expect(findingsOf(text('a%', 'a_'))).toHaveLength(1);
  expect(findingsOf(text('app', 'app2'))).toEqual([]);
});

test('between clusters, where the primary is not the first', () => {
  const text = `${change(
    change(users('root'), 'databases:\n', '  - { name: east, distribution: rke2 }\ndatabases:\n'),
    'replicas: 3\n',
    'replicas: 3\n      - { cluster: east, replicas: 3 }\n',
  )}      backups:
        - { name: n, schedule: "0 3 * * *", s3: { bucket: backups, endpoint: s3.example.com, accessKeyId: { name: s3, key: id }, secretAccessKey: { name: s3, key: secret } } }
      multiCluster:
        primary: east
        replicationPasswordSecret: { name: wiki-replication }
        members: [{ cluster: west, host: a.example.com }, { cluster: east, host: b.example.com }]
    tls: { issuer: { name: wiki-ca } }
`;
  expect(findingsOf(text).filter((each) => each.includes(` ${id} `))).toHaveLength(1);
});

test('a fleet says it once', () => {
  const text = change(users('app', 'app'), '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
  expect(findingsOf(text)).toHaveLength(1);
});
