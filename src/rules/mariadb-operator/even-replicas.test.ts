import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/even-replicas';

describe(id, () => {
  test('reports an even number, where the API server does', () => {
    expect(findingsBy(id, mariadb({ ...galera, replicas: '2' }))).toEqual([
      'error mariadb-operator/even-replicas 6:1 orders is a Galera cluster of 2 replicas, which is an even number',
    ]);
    expect(findingsBy(id, mariadb({ ...galera, replicas: '4', replicasAllowEvenNumber: 'false' }))).toEqual([
      'error mariadb-operator/even-replicas 6:1 orders is a Galera cluster of 4 replicas, which is an even number',
    ]);
    expect(findingsBy(id, mariadb({ ...galera, replicas: '0' }))).toEqual([
      'error mariadb-operator/even-replicas 6:1 orders is a Galera cluster of 0 replicas, which is an even number',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, replicas: '4' }))).toEqual([
      'write 5 replicas; replicasAllowEvenNumber: true switches this check off and does nothing else',
    ]);
  });

  test('is content with an odd one, with leave, and without Galera', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, replicas: '2', replicasAllowEvenNumber: 'true' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb(replication))).toEqual([]);
    expect(findingsBy(id, mariadb({ replicas: '2', galera: '{ sst: rsync }' }))).toEqual([]);
  });
});
