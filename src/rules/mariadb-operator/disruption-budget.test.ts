import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, object } from './objects.testing.js';

const id = 'mariadb-operator/disruption-budget';

describe(id, () => {
  test('reports both, and neither', () => {
    expect(
      findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ minAvailable: 2, maxUnavailable: 1 }' })),
    ).toEqual([
      'error mariadb-operator/disruption-budget 9:59 the budget of orders has both minAvailable and maxUnavailable',
    ]);
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{}' }))).toEqual([
      'error mariadb-operator/disruption-budget 9:3 the budget of orders has neither minAvailable nor maxUnavailable',
    ]);
    expect(
      findingsBy(id, object('MaxScale', { mariaDbRef: '{ name: orders }', podDisruptionBudget: '{}' })),
    ).toEqual([
      'error mariadb-operator/disruption-budget 8:3 the budget of nightly has neither minAvailable nor maxUnavailable',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, podDisruptionBudget: '{}' }))).toEqual([
      'write maxUnavailable: 1, or remove podDisruptionBudget',
    ]);
  });

  test('is content with one, and without', () => {
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ minAvailable: 0 }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 1 }' }))).toEqual([]);
  });
});
