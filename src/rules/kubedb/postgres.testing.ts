import { manifestFindingsOf } from '../testing.js';

/** A Postgres in which every rule is content. Fields of the spec may be added; they begin at 12:3. */
export const postgresManifest = (fields = '', replicas = 3, version = '17.9-bookworm'): string =>
  `apiVersion: kubedb.com/v1
kind: Postgres
metadata:
  name: ledger
  namespace: shop
spec:
  version: "${version}"
  replicas: ${replicas}
  storage:
    resources: { requests: { storage: 20Gi } }
  deletionPolicy: DoNotTerminate
${fields}`;

/** Findings of one rule in manifests. */
export function findingsOfRule(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((finding) => finding.split(' ')[1] === id);
}
