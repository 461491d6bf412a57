import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/even-flag';

describe(id, () => {
  test('reports leave for what is not there', () => {
    expect(findingsBy(id, mariadb({ ...galera, replicasAllowEvenNumber: 'true' }))).toEqual([
      'warning mariadb-operator/even-flag 9:28 orders allows an even number of replicas, and has 3',
    ]);
    expect(findingsBy(id, mariadb({ ...replication, replicasAllowEvenNumber: 'true' }))).toEqual([
      'warning mariadb-operator/even-flag 9:28 orders allows an even number of replicas, which only Galera needs',
    ]);
    expect(fixesBy(id, mariadb({ replicasAllowEvenNumber: 'true' }))).toEqual(['remove the line']);
  });

  test('is content where it is needed, and where it says no', () => {
    expect(findingsBy(id, mariadb({ ...galera, replicas: '4', replicasAllowEvenNumber: 'true' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb({ ...galera, replicasAllowEvenNumber: 'false' }))).toEqual([]);
  });
});
