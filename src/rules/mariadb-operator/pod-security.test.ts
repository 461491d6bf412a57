import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/pod-security';

describe(id, () => {
  test('reports a context without a group, or of root', () => {
    expect(findingsBy(id, mariadb({ ...galera, podSecurityContext: '{ runAsUser: 999 }' }))).toEqual([
      'warning mariadb-operator/pod-security 9:3 the security context of the pods of orders has no fsGroup',
    ]);
    expect(
      findingsBy(id, mariadb({ ...galera, podSecurityContext: '{ runAsUser: 0, fsGroup: 0 }' })),
    ).toEqual(['warning mariadb-operator/pod-security 9:36 the pods of orders run as root']);
    expect(fixesBy(id, mariadb({ ...galera, podSecurityContext: '{ runAsUser: 999 }' }))).toEqual([
      'add fsGroup: 999, runAsUser: 999, runAsGroup: 999 and runAsNonRoot: true',
    ]);
  });

  test('is content with a group, without a context, and without Galera', () => {
    expect(findingsBy(id, mariadb({ ...galera, podSecurityContext: '{ fsGroup: 1000 }' }))).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
    expect(findingsBy(id, mariadb({ podSecurityContext: '{ runAsUser: 999 }' }))).toEqual([]);
  });
});
