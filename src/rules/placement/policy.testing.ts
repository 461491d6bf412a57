import { manifestFindingsOf } from '../testing.js';

/** A PlacementPolicy over three clusters in which every rule is content. Its rules stand from 10:7 on. */
export const policyManifest = (
  rules: readonly string[] = [
    'clusterName: fra, replicaIndices: [0]',
    'clusterName: ams, replicaIndices: [1]',
    'clusterName: par, replicaIndices: [2]',
  ],
  more = '',
): string => `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: shop-orders
spec:
  clusterSpreadConstraint:
    slice:
      projectNamespace: kubeslice-shop
      sliceName: shop
    distributionRules:
${rules.map((rule) => `      - { ${rule} }\n`).join('')}${more}`;

/** A MariaDB or Postgres that runs by the policy. */
export const databaseManifest = (
  replicas = 3,
  more = '',
  kind = 'MariaDB',
): string => `apiVersion: kubedb.com/v1
kind: ${kind}
metadata:
  name: orders
  namespace: shop
spec:
  version: "${kind === 'MariaDB' ? '11.8.5' : '17.9-bookworm'}"
  replicas: ${replicas}
  distributed: true
  podTemplate: { spec: { podPlacementPolicy: { name: shop-orders } } }
${more}`;

/** The slice that the policy names. */
export const sliceManifest = (
  clusters = '[fra, ams, par]',
  namespaces = '[{ namespace: shop, clusters: ["*"] }, { namespace: kubedb, clusters: ["*"] }]',
): string => `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: shop
  namespace: kubeslice-shop
spec:
  clusters: ${clusters}
  namespaceIsolationProfile:
    applicationNamespaces: ${namespaces}
`;

/** Manifests of one file. */
export const together = (...manifests: readonly string[]): string => manifests.join('---\n');

/** Findings of one rule in manifests. */
export function findingsOfRule(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((finding) => finding.split(' ')[1] === id);
}
