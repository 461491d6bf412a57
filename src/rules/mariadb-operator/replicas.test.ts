import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/replicas';

describe(id, () => {
  test('reports several replicas without replication', () => {
    expect(findingsBy(id, mariadb({ replicas: '2' }))).toEqual([
      'error mariadb-operator/replicas 7:13 orders has 2 replicas, and neither Galera nor replication between them',
    ]);
    expect(findingsBy(id, mariadb({ replicas: '3', galera: '{ enabled: false }' }))).toEqual([
      'error mariadb-operator/replicas 7:13 orders has 3 replicas, and neither Galera nor replication between them',
    ]);
    expect(fixesBy(id, mariadb({ replicas: '2' }))).toEqual([
      'write galera: { enabled: true } or replication: { enabled: true }, or one replica',
    ]);
  });

  test('reports one replica that is to replicate', () => {
    expect(findingsBy(id, mariadb({ galera: '{ enabled: true }' }))).toEqual([
      'error mariadb-operator/replicas 7:22 orders has Galera switched on, and 1 replica',
    ]);
    expect(findingsBy(id, mariadb({ replicas: '1', replication: '{ enabled: true }' }))).toEqual([
      'error mariadb-operator/replicas 7:13 orders has replication switched on, and 1 replica',
    ]);
    expect(findingsBy(id, mariadb({ replicas: '0', replication: '{ enabled: true }' }))).toEqual([
      'error mariadb-operator/replicas 7:13 orders has replication switched on, and 0 replicas',
    ]);
    expect(fixesBy(id, mariadb({ replicas: '1', ...{ galera: '{ enabled: true }' } }))).toEqual([
      'write replicas: 3, or switch galera off',
    ]);
  });

  test('reports both ways', () => {
    expect(findingsBy(id, mariadb({ ...galera, replication: '{ enabled: true }' }))).toEqual([
      'error mariadb-operator/replicas 9:27 orders has both Galera and replication switched on',
    ]);
  });

  test('is content with one of them, with one server, and with what another rule says', () => {
    expect(findingsBy(id, mariadb())).toEqual([]);
    expect(findingsBy(id, mariadb({ replicas: '0' }))).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb(replication))).toEqual([]);
    expect(findingsBy(id, mariadb({ replicas: '2', galera: '{ enabled: true }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ replicas: '3', galera: '{ sst: rsync }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ replicas: '"3"' }))).toEqual([]);
  });
});
