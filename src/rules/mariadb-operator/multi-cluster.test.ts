import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, member, together } from './objects.testing.js';

const id = 'mariadb-operator/multi-cluster';

describe(id, () => {
  test('reports what one member says', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          multiCluster:
            '{ enabled: true, primary: orders, members: [{ name: orders, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/multi-cluster 7:3 orders is a member of several clusters, and has neither Galera nor replication',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          ...galera,
          multiCluster: '{ enabled: true, members: [{ name: orders, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster 9:3 orders does not say which member is the primary']);
    expect(
      findingsBy(
        id,
        mariadb({
          ...galera,
          multiCluster:
            '{ enabled: true, primary: east, members: [{ name: east, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster 9:49 orders is none of its own members: east']);
    expect(
      findingsBy(
        id,
        mariadb({
          ...galera,
          multiCluster:
            '{ enabled: true, primary: west, members: [{ name: orders, externalMariaDbRef: { name: a } }, { name: orders, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/multi-cluster 9:43 the primary west is none of the members orders and orders',
      'error mariadb-operator/multi-cluster 9:118 the member orders is listed twice',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          ...galera,
          multiCluster: '{ enabled: true, primary: orders, members: [{ name: orders }] }',
        }),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster 9:69 the member orders has no externalMariaDbRef']);
    expect(
      fixesBy(
        id,
        mariadb({
          ...galera,
          multiCluster: '{ enabled: true, primary: orders, members: [{ name: orders }] }',
        }),
      ),
    ).toEqual(['name an ExternalMariaDB with the address at which the other clusters reach it']);
  });

  test('reports members that disagree', () => {
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          member('west', {
            multiCluster:
              '{ enabled: true, primary: west, members: [{ name: east, externalMariaDbRef: { name: east } }, { name: west, externalMariaDbRef: { name: west } }] }',
          }),
        ),
      ),
    ).toEqual([
      'error mariadb-operator/multi-cluster 23:43 west takes west for the primary, east takes east',
    ]);
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          member('west', {
            multiCluster:
              '{ enabled: true, primary: east, members: [{ name: east, externalMariaDbRef: { name: east } }, { name: west, externalMariaDbRef: { name: west } }, { name: north, externalMariaDbRef: { name: north } }] }',
          }),
        ),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster 23:49 west lists other members than east']);
    expect(findingsBy(id, together(member('east'), member('east')))).toEqual([
      'error mariadb-operator/multi-cluster 17:9 two members are called east',
    ]);
  });

  test('is content with members that agree, with one alone, and with what is off', () => {
    expect(findingsBy(id, together(member('east'), member('west')))).toEqual([]);
    expect(findingsBy(id, member('west'))).toEqual([]);
    expect(findingsBy(id, mariadb({ multiCluster: '{ enabled: false }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...galera, multiCluster: '{}' }))).toEqual([]);
  });
});
