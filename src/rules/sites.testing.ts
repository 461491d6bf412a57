import { change } from './testing.js';

/** A Galera cluster without an operator, in which every rule is content. The database begins at 12:5; more lines begin at 22:5. */
export const siteTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: wiki
clusters:
  - name: west
    distribution: aks
    storageClass: managed-csi-premium
    zones: [a, b, c]
    nodes: 6
databases:
  - name: wiki
    namespace: wiki
    provider: statefulset
    engine: mariadb
    placement:
      - cluster: west
        replicas: 3
    rootPasswordSecret: { name: wiki-root }
    storage: { size: 64Gi }
    resources: { memory: 4Gi }
`;

/** The same, run by mariadb-operator. */
export const operatorTopology = change(siteTopology, 'provider: statefulset', 'provider: mariadb-operator');

/** Lines of the database, indented; they begin at 22:5. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `    ${text}\n`).join('');
}
