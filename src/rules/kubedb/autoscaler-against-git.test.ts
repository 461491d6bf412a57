import { expect, test } from 'vitest';
import { foundIn } from './requests.testing.js';

const id = 'kubedb/autoscaler-against-git';

const database = `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec:
  storage: { resources: { requests: { storage: 20Gi } } }
  podTemplate:
    spec:
      containers:
        - name: mariadb
          resources: { limits: { memory: 4Gi } }
  configuration:
    inline:
      md.cnf: |
        [mysqld]
        innodb_buffer_pool_size = 2G
---
`;

const scaler = (...spec: readonly string[]): string => `apiVersion: autoscaling.kubedb.com/v1alpha1
kind: MariaDBAutoscaler
metadata: { name: orders, namespace: shop }
spec:
  databaseRef: { name: orders }
${spec.map((line) => `  ${line}\n`).join('')}`;

test('a container that is scaled and fixed, and a pool that is not scaled with it', () => {
  expect(foundIn(id, database + scaler('compute: { mariadb: { trigger: "On" } }'))).toEqual([
    `warning ${id} 10:11 the container of orders is scaled, and fixed here as well`,
    `warning ${id} 13:7 the memory of orders is scaled, and innodb_buffer_pool_size stays what it is`,
  ]);
});

test('a volume that is scaled and fixed', () => {
  expect(
    foundIn(id, database + scaler('storage: { mariadb: { trigger: "On", expansionMode: Online } }')),
  ).toEqual([`warning ${id} 5:39 the volume of orders is scaled, and fixed here as well`]);
});

test('is content with what is off, and with a least memory', () => {
  expect(foundIn(id, database + scaler('compute: { mariadb: { trigger: "Off" } }'))).toEqual([]);
  const least = 'compute: { mariadb: { trigger: "On", minAllowed: { memory: 4Gi } } }';
  expect(foundIn(id, database.replace(/ {10}resources: .*\n/, '') + scaler(least))).toEqual([]);
});
