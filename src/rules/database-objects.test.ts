import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import {
  anyDatabases,
  containersOf,
  databaseObjects,
  identityOf,
  mariadbModeOf,
  postgresObjects,
} from './database-objects.js';
import { clustersOf, policiesByName } from './placement-policies.js';

const setOf = (text: string): ManifestSet =>
  new ManifestSet(readManifests({ name: 'm', content: text }).manifests);

const mariadb = (spec: string, apiVersion = 'kubedb.com/v1'): string =>
  `apiVersion: ${apiVersion}\nkind: MariaDB\nmetadata: { name: orders, namespace: shop }\nspec: ${spec}\n---\n`;

test('finds databases of both APIs, and leaves the old shape', () => {
  const set = setOf(
    `${mariadb('{}')}${mariadb('{}', 'gitops.kubedb.com/v1alpha1')}${mariadb('{}', 'kubedb.com/v1alpha2')}`,
  );
  expect(databaseObjects(set).map(({ gitops }) => gitops)).toEqual([false, true]);
  expect(anyDatabases(set)).toHaveLength(3);
  expect(postgresObjects(set)).toEqual([]);
  expect(new Set(databaseObjects(set).map(identityOf)).size).toBe(1);
});

test.each([
  ['{}', 'single'],
  ['{ replicas: 3 }', 'GaleraCluster'],
  ['{ replicas: 3, topology: {} }', 'unsaid'],
  ['{ replicas: 3, topology: { mode: MariaDBReplication } }', 'MariaDBReplication'],
  ['{ replicas: many }', 'single'],
  ['3', 'single'],
])('takes %s for %s', (spec, mode) => {
  expect(databaseObjects(setOf(mariadb(spec))).map(mariadbModeOf)).toEqual([mode]);
});

test('takes anything for what it is not', () => {
  const databases = databaseObjects(setOf(mariadb('{ replicas: x, podTemplate: [1] }')));
  expect(databases.map(({ replicas, policy }) => [replicas, policy])).toEqual([[1, 'default']]);
  expect(databases.flatMap(containersOf)).toEqual([]);
});

test('reads what the placement needs', () => {
  const [database] = databaseObjects(
    setOf(
      mariadb(
        '{ distributed: true, replicas: 3, podTemplate: { spec: { podPlacementPolicy: { name: mine } } } }',
      ),
    ),
  );
  const { engine, distributed, replicas, policy } = database ?? {};
  expect([engine, distributed, replicas, policy]).toEqual(['mariadb', true, 3, 'mine']);
});

test('finds the clusters of a distributed database in its policy', () => {
  const policy = `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: orders }
spec:
  clusterSpreadConstraint:
    distributionRules:
      - { clusterName: fra, replicaIndices: [0] }
      - { clusterName: ams, replicaIndices: [1] }
      - { clusterName: fra, replicaIndices: [2] }
      - 7
`;
  const spec = (distributed: boolean): string =>
    `{ distributed: ${distributed}, podTemplate: { spec: { podPlacementPolicy: { name: orders } } } }`;
  const set = setOf(mariadb(spec(true)) + mariadb(spec(false)) + policy);
  const policies = policiesByName(set);
  expect(databaseObjects(set).map((database) => clustersOf(database, policies))).toEqual([
    ['fra', 'ams'],
    [],
  ]);
});
