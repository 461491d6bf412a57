import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/configuration-reference';

describe(id, () => {
  test("reports a file that is not read, or not one's own", () => {
    expect(findingsBy(id, mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: mycnf }' }))).toEqual([
      'error mariadb-operator/configuration-reference 7:41 MariaDB does not read the file mycnf, as it does not end in .cnf',
    ]);
    expect(findingsBy(id, mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: 1-tls.cnf }' }))).toEqual([
      "error mariadb-operator/configuration-reference 7:41 the file 1-tls.cnf is the operator's own",
    ]);
    expect(fixesBy(id, mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: mycnf }' }))).toEqual([
      'call it my.cnf, here and in the ConfigMap',
    ]);
  });

  const both = mariadb({ myCnf: '"[mariadb]"', myCnfConfigMapKeyRef: '{ name: a, key: my.cnf }' });

  test('reports both where the ConfigMap is written by hand', () => {
    const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: a, namespace: shop }
data: { my.cnf: '[mariadb]' }
`;
    expect(findingsBy(id, both + configMap)).toEqual([
      'error mariadb-operator/configuration-reference 7:3 orders has a myCnf, which the operator writes over the ConfigMap a',
    ]);
  });

  test('takes a ConfigMap that nobody writes for the one of the operator', () => {
    expect(findingsBy(id, both)).toEqual([]);
  });

  test('is content with one', () => {
    expect(findingsBy(id, mariadb({ myCnfConfigMapKeyRef: '{ name: a, key: orders.cnf }' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ myCnf: '"[mariadb]"' }))).toEqual([]);
  });
});
