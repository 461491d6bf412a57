import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, member, object, together } from './objects.testing.js';

const id = 'mariadb-operator/references';

describe(id, () => {
  test('reports a name that nobody has', () => {
    expect(
      findingsBy(id, together(mariadb(), object('User', { mariaDbRef: '{ name: order }' }, { name: 'app' }))),
    ).toEqual([
      'error mariadb-operator/references 16:23 the User app names the MariaDB order, which is not there',
    ]);
    expect(
      findingsBy(
        id,
        together(
          object('PhysicalBackup', {}, { name: 'a' }),
          mariadb({ bootstrapFrom: '{ backupRef: { name: b, kind: PhysicalBackup } }' }),
        ),
      ),
    ).toEqual([
      'error mariadb-operator/references 14:39 the MariaDB orders names the PhysicalBackup b, which is not there',
    ]);
    expect(
      findingsBy(
        id,
        together(object('ExternalMariaDB', { host: 'a', username: 'b' }, { name: 'east' }), member('east')),
      ),
    ).toEqual([
      'error mariadb-operator/references 19:153 the MariaDB east names the ExternalMariaDB west, which is not there',
    ]);
    expect(
      findingsBy(
        id,
        together(
          object('SqlJob', { dependsOn: '[{ name: first }]' }, { name: 'second' }),
          object('SqlJob', {}, { name: 'third' }),
        ),
      ),
    ).toEqual([
      'error mariadb-operator/references 7:23 the SqlJob second names the SqlJob first, which is not there',
    ]);
    expect(findingsBy(id, object('SqlJob', { dependsOn: '[{ name: first }]' }, { name: 'second' }))).toEqual(
      [],
    );
    expect(
      fixesBy(id, together(mariadb(), object('User', { mariaDbRef: '{ name: order }' }, { name: 'app' }))),
    ).toEqual(['did you mean orders?']);
    expect(
      fixesBy(id, together(mariadb(), object('User', { mariaDbRef: '{ name: other }' }, { name: 'app' }))),
    ).toEqual(['name a MariaDB of the namespace shop']);
  });

  test('reports a kind that is none', () => {
    expect(findingsBy(id, object('Backup', { mariaDbRef: '{ name: a, kind: Postgres }' }))).toEqual([
      'error mariadb-operator/references 7:32 a reference to a Postgres leads nowhere',
    ]);
  });

  test('reports a key that is not there', () => {
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: Secret\nmetadata: { name: root, namespace: shop }\nstringData: { password: a }\n',
          mariadb({ rootPasswordSecretKeyRef: '{ name: root, key: pasword }' }),
        ),
      ),
    ).toEqual(['error mariadb-operator/references 12:48 the Secret root has no key pasword']);
    expect(
      fixesBy(
        id,
        together(
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata: { my.cnf: "" }\n',
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: orders.cnf }' }),
        ),
      ),
    ).toEqual(['name a key that it has']);
  });

  test('is content with what is there, and with what may be elsewhere', () => {
    expect(findingsBy(id, together(mariadb(), object('User', { mariaDbRef: '{ name: orders }' })))).toEqual(
      [],
    );
    expect(findingsBy(id, object('User', { mariaDbRef: '{ name: orders }' }))).toEqual([]);
    expect(
      findingsBy(
        id,
        together(mariadb(), object('User', { mariaDbRef: '{ name: order, namespace: other }' })),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(mariadb(), object('Grant', { mariaDbRef: '{ name: order, kind: ExternalMariaDB }' })),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: Secret\nmetadata: { name: root, namespace: shop }\n',
          mariadb({ rootPasswordSecretKeyRef: '{ name: root, key: password }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: Secret\nmetadata: { name: root, namespace: shop }\ndata: { a: YQ== }\n',
          mariadb({ rootPasswordSecretKeyRef: '{ name: root, key: password, generate: true }' }),
        ),
      ),
    ).toEqual([]);
  });
});
