import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, member, together } from './objects.testing.js';

const id = 'mariadb-operator/multi-cluster-ids';

describe(id, () => {
  test('reports numbers that are missing', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          ...galera,
          multiCluster:
            '{ enabled: true, primary: orders, members: [{ name: orders, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/multi-cluster-ids 8:3 orders is one of several clusters, and has no gtidDomainId',
      'error mariadb-operator/multi-cluster-ids 8:3 orders is one of several clusters, and has no serverId',
    ]);
    expect(
      fixesBy(
        id,
        mariadb({
          replicas: '3',
          galera: '{ enabled: true, gtidDomainId: 0 }',
          multiCluster:
            '{ enabled: true, primary: orders, members: [{ name: orders, externalMariaDbRef: { name: a } }] }',
        }),
      ),
    ).toEqual(['write serverId before the first start: it cannot be added later']);
  });

  test('reports numbers that two clusters share', () => {
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          member('west', { galera: '{ enabled: true, gtidDomainId: 3, serverId: 10 }' }),
        ),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster-ids 21:42 west and east both use domain 3']);
    expect(
      findingsBy(
        id,
        together(
          member('west', { galera: '{ enabled: true, gtidDomainId: 20, serverId: 1 }' }),
          member('east', { galera: '{ enabled: true, gtidDomainId: 0, serverId: 1 }' }),
        ),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster-ids 21:55 east and west both use server id 1']);
    expect(
      findingsBy(
        id,
        together(
          member('east', {
            galera: '',
            replicas: '2',
            replication: '{ enabled: true, gtidDomainId: 0, serverIdStartIndex: 10 }',
          }),
          member('west', {
            galera: '',
            replicas: '2',
            replication: '{ enabled: true, gtidDomainId: 0, serverIdStartIndex: 11 }',
          }),
        ),
      ),
    ).toEqual([
      'error mariadb-operator/multi-cluster-ids 23:47 west and east both use domain 0',
      'error mariadb-operator/multi-cluster-ids 23:70 west and east both use server id 11',
    ]);
    expect(
      findingsBy(
        id,
        together(
          member('east', { galera: '', replicas: '2', replication: '{ enabled: true }' }),
          member('west', { galera: '', replicas: '2', replication: '{ enabled: true, gtidDomainId: 1 }' }),
        ),
      ),
    ).toEqual(['error mariadb-operator/multi-cluster-ids 23:3 west and east both use server id 10 to 11']);
    expect(
      fixesBy(
        id,
        together(
          member('east'),
          member('west', { galera: '{ enabled: true, gtidDomainId: 3, serverId: 10 }' }),
        ),
      ),
    ).toEqual(['write 0, 10, 20 and so on: a Galera cluster takes its own and one more for each replica']);
  });

  test('is content with numbers of their own, and with clusters that have nothing to do with each other', () => {
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          member('west', { galera: '{ enabled: true, gtidDomainId: 4, serverId: 10 }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          member('east', {
            galera: '',
            replicas: '2',
            replication: '{ enabled: true, gtidDomainId: 0, serverIdStartIndex: 10 }',
          }),
          member('west', {
            galera: '',
            replicas: '2',
            replication: '{ enabled: true, gtidDomainId: 1, serverIdStartIndex: 12 }',
          }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          member('east'),
          mariadb({
            replicas: '3',
            galera: '{ enabled: true, gtidDomainId: 0, serverId: 0 }',
            multiCluster:
              '{ enabled: true, primary: orders, members: [{ name: orders, externalMariaDbRef: { name: a } }] }',
          }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          member('east', { galera: '', replicas: '2', replication: '{ enabled: true }' }),
          member('west', {
            galera: '',
            replicas: '2',
            replication: '{ enabled: true, gtidDomainId: 1, serverIdStartIndex: 12 }',
          }),
        ),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb({ multiCluster: '{ enabled: true }' }))).toEqual([]);
  });
});
