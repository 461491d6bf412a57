import { manifestFindingsOf } from '../testing.js';

/** A distributed MariaDB with its policy. */
export const distributedMariadb = `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec:
  version: 11.4.3
  distributed: true
  replicas: 3
  topology: { mode: GaleraCluster }
  storage:
    resources:
      requests: { storage: 20Gi }
  podTemplate:
    spec:
      podPlacementPolicy: { name: shop-orders }
---
apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: shop-orders }
spec:
  clusterSpreadConstraint:
    distributionRules:
      - { clusterName: fra, replicaIndices: [0, 2] }
      - { clusterName: ams, replicaIndices: [1] }
    slice: { projectNamespace: kubeslice-shop, sliceName: shop }
---
`;

/** A Postgres in one cluster. */
export const localPostgres = `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec:
  version: 16.10-bookworm
  replicas: 3
  storage: { resources: { requests: { storage: 20Gi } } }
---
`;

/** A request; its type stands in line 6, what follows from line 7 on. */
export function request(kind: 'MariaDB' | 'Postgres', type: string, ...spec: readonly string[]): string {
  const name = kind === 'MariaDB' ? 'orders' : 'ledger';
  return `apiVersion: ops.kubedb.com/v1alpha1
kind: ${kind}OpsRequest
metadata: { name: change-1, namespace: shop }
spec:
  databaseRef: { name: ${name} }
  type: ${type}
${spec.map((line) => `  ${line}\n`).join('')}`;
}

/** Findings of one rule alone. */
export function foundIn(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((each) => each.includes(` ${id} `));
}
