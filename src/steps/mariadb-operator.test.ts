import { expect, test } from 'vitest';
import { operatorTopology, spanningTopology } from '../rules/change-topologies.testing.js';
import { change, changePlanOf, commitsOf } from '../rules/testing.js';
import { neighboursAreAccepted } from './testing.js';

function way(before: string, after: string): string[][] {
  expect(neighboursAreAccepted(before, after)).toEqual([]);
  return commitsOf(before, after);
}

test('a Galera cluster goes through one release series after the other', () => {
  const before = change(operatorTopology, '11.8.8', '10.11.18');
  expect(way(before, operatorTopology)).toEqual([
    ['MariaDB orders (with mariadb:11.4.12)'],
    ['MariaDB orders'],
  ]);
  const single = before.replace('replicas: 3', 'replicas: 1');
  expect(commitsOf(single, single.replace('10.11.18', '11.8.8'))).toEqual([['MariaDB orders']]);
});

test('fewer than half of the replicas go at a time', () => {
  const seven = change(operatorTopology, 'replicas: 3', 'replicas: 7');
  expect(way(seven, operatorTopology)).toEqual([['MariaDB orders (with 5 replicas)'], ['MariaDB orders']]);
  expect(commitsOf(change(operatorTopology, 'replicas: 3', 'replicas: 5'), operatorTopology).length).toBe(1);
  expect(commitsOf(operatorTopology, seven).length).toBe(1);
});

test('required encryption comes and goes in two steps', () => {
  const off = `${operatorTopology}    tls: { enabled: false }\n`;
  const required = `${operatorTopology}    tls: { required: true }\n`;
  expect(way(off, required)).toEqual([
    ['MariaDB orders (which encrypts and still takes who does not)'],
    ['MariaDB orders'],
  ]);
  expect(way(required, off)).toEqual([
    ['MariaDB orders (which takes again who does not encrypt)'],
    ['MariaDB orders'],
  ]);
  expect(commitsOf(operatorTopology, required)).toEqual([['MariaDB orders']]);
});

test('the primary moves by way of maintenance, and accounts and backups follow it', () => {
  const after = change(spanningTopology, 'primary: fra', 'primary: ams');
  const commits = way(spanningTopology, after);
  expect(commits.slice(0, 2)).toEqual([
    ['MariaDB orders-fra (in maintenance: it takes no more writes)'],
    [
      'MariaDB orders-ams',
      'PhysicalBackup orders-ams-hourly',
      'MariaDB orders-fra (in maintenance, and following the new primary)',
    ],
  ]);
  expect(commits[2]).toContain('MariaDB orders-fra');
  expect(commits[2]).toContain('User orders-ams-app');
  const { reasons } = changePlanOf(spanningTopology, after).commits.commits[0] ?? {};
  expect(reasons?.[0]?.waits[0]?.shell?.[0]).toContain(
    '--context ams -n shop get mariadbs.k8s.mariadb.com orders-ams',
  );
});

test('what the webhook lets nobody change goes and comes again, where nothing is lost by it', () => {
  expect(way(operatorTopology, change(operatorTopology, '0 2 * * *', '0 3 * * *'))).toEqual([
    ['PhysicalBackup orders-nightly (away for a moment)'],
    ['PhysicalBackup orders-nightly'],
  ]);
  const withOption = change(
    operatorTopology,
    'privileges: [SELECT, INSERT]',
    'privileges: [SELECT, INSERT], grantOption: true',
  );
  expect(way(operatorTopology, withOption)).toEqual([
    ['Grant orders-app-shop (away for a moment)'],
    ['Grant orders-app-shop'],
  ]);
});

test('what one commit can do is one commit', () => {
  for (const [from, to] of [
    ['size: 20Gi', 'size: 40Gi'],
    ['memory: 2Gi', 'memory: 4Gi'],
    ['retention: 30d', 'retention: 60d'],
    ['privileges: [SELECT, INSERT]', 'privileges: [SELECT]'],
  ] as const)
    expect(way(operatorTopology, change(operatorTopology, from, to)).length, to).toBe(1);
});
