import { expect, test } from 'vitest';
import { databaseManifest, findingsOfRule, policyManifest, together } from './policy.testing.js';

const id = 'placement/autoscaler-monitoring';
const autoscaler = (
  kind = 'MariaDBAutoscaler',
  namespace = 'shop',
): string => `apiVersion: autoscaling.kubedb.com/v1alpha1
kind: ${kind}
metadata: { name: grow, namespace: ${namespace} }
spec: { databaseRef: { name: orders } }
`;
const url = ', monitoring: { prometheus: { url: "http://prometheus.monitoring.svc:9090" } }';
const binding = ', monitoring: { prometheus: { appBindingRef: { name: prometheus } } }';
const measured = (...each: string[]): string =>
  policyManifest(each.map((rest, index) => `clusterName: c${index}, replicaIndices: [${index}]${rest}`));
const own = (...manifests: string[]): string[] => findingsOfRule(id, together(...manifests));

test('reports the clusters without a Prometheus', () => {
  expect(own(measured(url, '', ''), databaseManifest(), autoscaler())).toEqual([
    `warning ${id} 12:24 grow scales orders, whose policy names no Prometheus for c1 and c2`,
  ]);
  expect(
    own(measured(''), databaseManifest(1, '', 'Postgres'), autoscaler('PostgresAutoscaler')),
  ).toHaveLength(1);
});

test('is content with one everywhere, and without an autoscaler of this database', () => {
  expect(own(measured(url, binding), databaseManifest(), autoscaler())).toEqual([]);
  expect(own(measured('', ''), databaseManifest())).toEqual([]);
  expect(own(measured('', ''), databaseManifest(), autoscaler('PostgresAutoscaler'))).toEqual([]);
  expect(own(measured('', ''), databaseManifest(), autoscaler('MariaDBAutoscaler', 'bank'))).toEqual([]);
  expect(
    own(measured('', ''), databaseManifest().replace('  distributed: true\n', ''), autoscaler()),
  ).toEqual([]);
});
