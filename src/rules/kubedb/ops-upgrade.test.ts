import { expect, test } from 'vitest';
import { distributedMariadb, foundIn, localPostgres, request } from './requests.testing.js';

const id = 'kubedb/ops-upgrade';

const mariadb = (from: string, to: string): string =>
  distributedMariadb.replace('version: 11.4.3', `version: ${from}`) +
  request('MariaDB', 'UpdateVersion', `updateVersion: { targetVersion: ${to} }`);

const postgres = (to: string): string =>
  localPostgres + request('Postgres', 'UpdateVersion', `updateVersion: { targetVersion: "${to}" }`);

test.each([
  [mariadb('11.4.3', '10.11.6'), '32:35 10.11.6 is older than 11.4.3, and no database goes back'],
  [mariadb('11.4.3', '11.8.6'), '32:35 KubeDB v2026.7.10 has no MariaDB 11.8.6 to upgrade to'],
  [mariadb('11.4.3', '12.3.2'), '32:35 KubeDB v2026.7.10 has no MariaDB 12.3.2 to upgrade to'],
  [postgres('17.9'), '15:35 17.9 is of another build than 16.10-bookworm'],
  [
    postgres('15.17-bookworm'),
    '15:35 15.17-bookworm is older than 16.10-bookworm, and no database goes back',
  ],
])('a target that is out of reach (%#)', (text, finding) => {
  expect(foundIn(id, text)).toEqual([`error ${id} ${finding}`]);
});

test.each([
  mariadb('11.4.3', '11.8.5'),
  mariadb('11.8.5', '12.1.2'),
  mariadb('11.8.5', '11.8.5'),
  postgres('17.9-bookworm'),
])('is content (%#)', (text) => {
  expect(foundIn(id, text)).toEqual([]);
});

test('knows the builds whose names say the server last, and those of one base', () => {
  const from = (version: string, to: string): string[] =>
    foundIn(id, postgres(to).replace('16.10-bookworm', version));
  expect(from('timescaledb-2.14.2-pg15', 'timescaledb-2.14.2-pg16')).toEqual([]);
  expect(from('timescaledb-2.14.2-pg16', 'timescaledb-2.14.2-pg15')).toHaveLength(1);
  expect(from('timescaledb-2.14.2-pg15', '16.10')).toHaveLength(1);
  expect(from('16.13-bookworm', '17.9-bookworm-ext')).toEqual([]);
});

test('says nothing of a version whose database is elsewhere, unless no release has it', () => {
  expect(
    foundIn(id, request('MariaDB', 'UpdateVersion', 'updateVersion: { targetVersion: 10.6.16 }')),
  ).toEqual([]);
  expect(
    foundIn(id, request('MariaDB', 'UpdateVersion', 'updateVersion: { targetVersion: 10.6.4 }')),
  ).toHaveLength(1);
});
