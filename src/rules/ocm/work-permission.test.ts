import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/work-permission';
const chart =
  '{ apiVersion: helm.cattle.io/v1, kind: HelmChartConfig, metadata: { name: a, namespace: kube-system } }';
const role = (labels: string, groups: string, resources: string): string =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: r, labels: ${labels} }, rules: [{ apiGroups: ${groups}, resources: ${resources}, verbs: ["*"] }] }`;
const label = '{ open-cluster-management.io/aggregate-to-work: "true" }';

describe('ocm/work-permission', () => {
  test('reports a custom resource, once for a kind', () => {
    expect(ownFindings(id, work(carrying(chart, chart)))).toEqual([
      'warning ocm/work-permission 7:66 ManifestWork ams/one carries HelmChartConfig kube-system/a, but no ClusterRole here lets the agent write helmchartconfigs.helm.cattle.io',
    ]);
  });

  test.each([
    ['{ apiVersion: v1, kind: Node, metadata: { name: a } }', 'nodes'],
    [
      '{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a } }',
      'storageclasses.storage.k8s.io',
    ],
    [
      '{ apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: { name: a, namespace: b } }',
      'gateways.gateway.networking.k8s.io',
    ],
  ])('reports %s', (object, resource) => {
    expect(ownFindings(id, work(carrying(object)))[0]).toMatch(new RegExp(`the agent write ${resource}$`));
  });

  test.each([
    role('{}', '[helm.cattle.io]', '[helmchartconfigs]'),
    role(label, '[helm.cattle.io]', '[helmcharts]'),
    role(label, '[example.com]', '[helmchartconfigs]'),
  ])('reports it beside %s', (other) => {
    expect(ownFindings(id, work(carrying(other, chart)))).toHaveLength(1);
  });

  test.each([
    role(label, '[helm.cattle.io]', '[helmchartconfigs]'),
    role('{ open-cluster-management.io/aggregate-to-work: true }', '["*"]', '["*"]'),
    role('{ rbac.authorization.k8s.io/aggregate-to-admin: "true" }', '[helm.cattle.io]', '["*"]'),
    role('{ rbac.authorization.k8s.io/aggregate-to-edit: "true" }', '[helm.cattle.io]', '["*"]'),
  ])('is content beside %s, in a work or by itself', (granting) => {
    expect(ownFindings(id, work(carrying(granting), 'permissions'), work(carrying(chart)))).toEqual([]);
    expect(ownFindings(id, `${granting}\n`, work(carrying(chart)))).toEqual([]);
  });

  test('is content with what the agent may write, and with an executor', () => {
    const usual = carrying(
      configMap('a'),
      '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a, namespace: shop } }',
      '{ apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: { name: a.example.com } }',
      '{ apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: { name: a, namespace: shop } }',
    );
    expect(ownFindings(id, work(usual))).toEqual([]);
    const executor =
      'executor: { subject: { type: ServiceAccount, serviceAccount: { namespace: a, name: b } } }\n';
    expect(ownFindings(id, work(carrying(chart) + executor))).toEqual([]);
  });
});
