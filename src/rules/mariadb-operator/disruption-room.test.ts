import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, replication } from './objects.testing.js';

const id = 'mariadb-operator/disruption-room';

describe(id, () => {
  test('reports a majority that may go', () => {
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 66% }' }))).toEqual([
      'warning mariadb-operator/disruption-room 9:42 maxUnavailable: 66% lets 2 of 3 pods of orders go at once, which leaves no majority',
    ]);
    expect(
      findingsBy(id, mariadb({ ...galera, replicas: '5', podDisruptionBudget: '{ minAvailable: 2 }' })),
    ).toEqual([
      'warning mariadb-operator/disruption-room 9:40 minAvailable: 2 lets 3 of 5 pods of orders go at once, which leaves no majority',
    ]);
    expect(fixesBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 2 }' }))).toEqual([
      'write maxUnavailable: 1; a percentage is rounded up, 66% of 3 is 2',
    ]);
  });

  test('reports a drain that never ends', () => {
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 0 }' }))).toEqual([
      'warning mariadb-operator/disruption-room 9:42 maxUnavailable: 0 lets none of 3 pods of orders go, and a drain of its node waits for ever',
    ]);
    expect(
      findingsBy(id, mariadb({ ...replication, podDisruptionBudget: '{ minAvailable: 100% }' })),
    ).toEqual([
      'warning mariadb-operator/disruption-room 9:40 minAvailable: 100% lets none of 2 pods of orders go, and a drain of its node waits for ever',
    ]);
  });

  test('is content with one, and with half', () => {
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 1 }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ maxUnavailable: 33% }' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ minAvailable: 50% }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, podDisruptionBudget: '{ minAvailable: most }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...replication, podDisruptionBudget: '{ maxUnavailable: 1 }' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb({ podDisruptionBudget: '{ minAvailable: 1 }' }))).toEqual([]);
  });
});
