import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, together } from './objects.testing.js';

const id = 'mariadb-operator/configuration-watch';

describe(id, () => {
  test('reports a ConfigMap without the label, once', () => {
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata: { my.cnf: "" }\n',
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' }),
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' }, { name: 'books' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/configuration-watch 3:19 the operator does not notice changes of a, the configuration of orders',
    ]);
    expect(
      fixesBy(
        id,
        together(
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata: { my.cnf: "" }\n',
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' }),
        ),
      ),
    ).toEqual(['give it the label k8s.mariadb.com/watch: ""']);
  });

  test('is content with the label, and with one that is elsewhere', () => {
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop, labels: { k8s.mariadb.com/watch: "" } }\n',
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: other }\n',
          mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' }),
        ),
      ),
    ).toEqual([]);
  });
});
