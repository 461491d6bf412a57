import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { placedDatabases, placedPostgres } from './placed-databases.js';

const content = `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec: { version: 17.9-bookworm, distributed: true, replicas: 3, podTemplate: { spec: { podPlacementPolicy: { name: mine } } } }
---
apiVersion: gitops.kubedb.com/v1alpha1
kind: MariaDB
metadata: { name: orders }
---
apiVersion: example.com/v1
kind: Postgres
metadata: { name: other }
---
apiVersion: kubedb.com/v1alpha2
kind: Postgres
metadata: { name: old }
`;
const set = new ManifestSet(readManifests({ name: 'm', content }).manifests);

test('finds the databases of KubeDB, those for its GitOps operator too', () => {
  expect(placedDatabases(set).map(({ manifest, spec, ...rest }) => rest)).toEqual([
    {
      name: 'orders',
      namespace: undefined,
      engine: 'mariadb',
      distributed: false,
      replicas: 1,
      policy: 'default',
    },
    { name: 'ledger', namespace: 'shop', engine: 'postgres', distributed: true, replicas: 3, policy: 'mine' },
  ]);
  expect(placedPostgres(set).map(({ name }) => name)).toEqual(['ledger']);
});
