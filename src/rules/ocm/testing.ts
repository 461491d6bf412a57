import { Findings } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import type { Rule } from '../rule.js';
import { manifestFindingsOf } from '../testing.js';

/** Findings of one rule about manifests. */
export function ownFindings(id: string, ...documents: readonly string[]): string[] {
  return manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);
}

/** A text after the certain fixes of one rule. */
export function fixedBy(rule: Rule, text: string): string {
  const findings = new Findings();
  rule.run('manifests', new ManifestSet(readManifests({ name: 'm', content: text }).manifests), findings);
  const edits = findings.list().flatMap((finding) => finding.edits);
  let fixed = text;
  for (const { span, text: replacement } of edits.sort((a, b) => b.span.start - a.span.start))
    fixed = fixed.slice(0, span.start) + replacement + fixed.slice(span.end);
  return fixed;
}

const indented = (lines: string, by: number): string => lines.replace(/^(?=.)/gm, ' '.repeat(by));

/** A ManifestWork; its spec begins in line 7. */
export function work(spec: string, name = 'one', cluster = 'ams'): string {
  return `apiVersion: work.open-cluster-management.io/v1
kind: ManifestWork
metadata:
  name: ${name}
  namespace: ${cluster}
spec:
${indented(spec, 2)}`;
}

/** A ManifestWorkReplicaSet; the spec of its works begins in line 10. */
export function replicaSet(spec: string): string {
  return `apiVersion: work.open-cluster-management.io/v1alpha1
kind: ManifestWorkReplicaSet
metadata:
  name: all
  namespace: delivery
spec:
  cascadeDeletionPolicy: Background
  placementRefs: [{ name: everywhere }]
  manifestWorkTemplate:
${indented(spec, 4)}`;
}

/** A ManagedCluster; what its spec says beside hubAcceptsClient begins in line 7. */
export function managedCluster(name = 'ams', spec = ''): string {
  return `apiVersion: cluster.open-cluster-management.io/v1
kind: ManagedCluster
metadata:
  name: ${name}
spec:
  hubAcceptsClient: true
${indented(spec, 2)}`;
}

/** The Klusterlet of ams; its workConfiguration begins in line 8. */
export function klusterlet(workConfiguration: string): string {
  return `apiVersion: operator.open-cluster-management.io/v1
kind: Klusterlet
metadata:
  name: klusterlet
spec:
  clusterName: ams
  workConfiguration:
${indented(workConfiguration, 4)}`;
}

/** The add-on kubeslice of ams; its spec begins in line 7. */
export function addOn(spec: string): string {
  return `apiVersion: addon.open-cluster-management.io/v1alpha1
kind: ManagedClusterAddOn
metadata:
  name: kubeslice
  namespace: ams
spec:
${indented(spec, 2)}`;
}

/** A PlacementPolicy that puts a replica on a cluster. */
export function placementPolicy(cluster: string): string {
  return `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: shop-orders }
spec: { clusterSpreadConstraint: { distributionRules: [{ clusterName: ${cluster}, replicaIndices: [0] }] } }
`;
}

/** A list of the manifests of a work, in one line. */
export function carrying(...objects: readonly string[]): string {
  return `workload: { manifests: [${objects.join(', ')}] }\n`;
}

/** A ConfigMap as an item of {@link carrying}. */
export function configMap(name: string, namespace = 'shop', data = ''): string {
  return `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name}, namespace: ${namespace} }${data === '' ? '' : `, data: ${data}`} }`;
}
