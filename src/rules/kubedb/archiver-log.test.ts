import { expect, test } from 'vitest';
import { foundIn } from './requests.testing.js';

const id = 'kubedb/archiver-log';

const mariadb = (...spec: readonly string[]): string => `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders }
spec:
  replicas: 3
  archiver: { ref: { name: nightly, namespace: backup } }
${spec.map((line) => `  ${line}\n`).join('')}`;

test('an archive without a log', () => {
  expect(foundIn(id, mariadb())).toEqual([
    `warning ${id} 6:3 the log of orders is archived without log-bin, log-slave-updates, wsrep-gtid-mode`,
  ]);
});

test('is content with arguments, with a file, with a Secret and without an archiver', () => {
  const container = '{ name: mariadb, args: [--log-bin, --log_slave_updates, --wsrep-gtid-mode=ON] }';
  expect(foundIn(id, mariadb(`podTemplate: { spec: { containers: [${container}] } }`))).toEqual([]);
  const file =
    'configuration: { inline: { a.cnf: "[mysqld]\\nlog_bin=b\\nlog_slave_updates\\nwsrep_gtid_mode=ON" } }';
  expect(foundIn(id, mariadb(file))).toEqual([]);
  expect(foundIn(id, mariadb('configuration: { secretName: a }'))).toEqual([]);
  expect(foundIn(id, mariadb().replace(/ {2}archiver.*\n/, ''))).toEqual([]);
  expect(foundIn(id, mariadb().replace('replicas: 3', 'replicas: 1'))).toEqual([]);
});

test('a distributed Postgres', () => {
  const text = `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger }
spec:
  distributed: true
  archiver: { ref: { name: nightly, namespace: backup } }
`;
  expect(foundIn(id, text)).toEqual([`warning ${id} 6:3 ledger is a distributed Postgres with an archiver`]);
  expect(foundIn(id, text.replace('true', 'false'))).toEqual([]);
});
