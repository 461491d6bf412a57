import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, member } from './objects.testing.js';

const id = 'mariadb-operator/multi-cluster-secrets';

describe(id, () => {
  test('reports passwords that are made up', () => {
    expect(findingsBy(id, member('east', { rootPasswordSecretKeyRef: '' }))).toEqual([
      'warning mariadb-operator/multi-cluster-secrets 9:3 rootPasswordSecretKeyRef of east is made up by the operator, in each cluster another',
    ]);
    expect(
      findingsBy(
        id,
        member('east', { rootPasswordSecretKeyRef: '{ name: root, key: password, generate: true }' }),
      ),
    ).toEqual([
      'warning mariadb-operator/multi-cluster-secrets 9:68 rootPasswordSecretKeyRef of east is made up by the operator, in each cluster another',
    ]);
    expect(
      findingsBy(id, member('east', { galera: '{ enabled: true, gtidDomainId: 0, serverId: 0 }' })),
    ).toEqual([
      'warning mariadb-operator/multi-cluster-secrets 10:3 galera.replPasswordSecretKeyRef of east is made up by the operator, in each cluster another',
    ]);
    expect(
      findingsBy(
        id,
        member('east', {
          galera: '',
          replication: '{ enabled: true, gtidDomainId: 0, serverIdStartIndex: 0 }',
        }),
      ),
    ).toEqual([
      'warning mariadb-operator/multi-cluster-secrets 9:3 replication.replica.replPasswordSecretKeyRef of east is made up by the operator, in each cluster another',
    ]);
    expect(fixesBy(id, member('east', { rootPasswordSecretKeyRef: '' }))).toEqual([
      'name a Secret as rootPasswordSecretKeyRef that holds the same in every cluster, with generate: false',
    ]);
  });

  test('is content with secrets that are given, and with a cluster by itself', () => {
    expect(findingsBy(id, member('east'))).toEqual([]);
    expect(
      findingsBy(
        id,
        member('east', { rootPasswordSecretKeyRef: '{ name: root, key: password, generate: false }' }),
      ),
    ).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
  });
});
