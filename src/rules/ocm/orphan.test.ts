import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, replicaSet, work } from './testing.js';

const id = 'ocm/orphan';
const custom = carrying(configMap('coredns-custom', 'kube-system'));
const said = (findings: readonly string[]): string[] =>
  findings.map((finding) => finding.split(' ').slice(3).join(' '));

describe('ocm/orphan', () => {
  test.each([
    [configMap('coredns', 'kube-system'), 'ConfigMap kube-system/coredns'],
    [configMap('kube-dns', 'kube-system'), 'ConfigMap kube-system/kube-dns'],
    [
      '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: coredns, namespace: kube-system } }',
      'Deployment kube-system/coredns',
    ],
    ['{ apiVersion: operator.openshift.io/v1, kind: DNS, metadata: { name: default } }', 'DNS default'],
    ['{ apiVersion: v1, kind: Node, metadata: { name: gateway-1 } }', 'Node gateway-1'],
    ['{ apiVersion: v1, kind: Namespace, metadata: { name: kube-system } }', 'Namespace kube-system'],
  ])('reports %s', (object, name) => {
    expect(said(ownFindings(id, work(carrying(object))))).toEqual([
      `${name} belongs to the cluster, and goes when ManifestWork ams/one goes`,
    ]);
  });

  test('reports a volume, and a template', () => {
    const claim =
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data-orders-0, namespace: shop } }';
    expect(ownFindings(id, work(carrying(claim)))).toEqual([
      'warning ocm/orphan 7:92 PersistentVolumeClaim shop/data-orders-0 and its data go when ManifestWork ams/one goes',
    ]);
    expect(said(ownFindings(id, replicaSet(custom)))).toEqual([
      'ConfigMap kube-system/coredns-custom belongs to the cluster, and goes when ManifestWorkReplicaSet delivery/all goes',
    ]);
  });

  const rule = (name: string): string =>
    `deleteOption: { propagationPolicy: SelectivelyOrphan, selectivelyOrphans: { orphaningRules: [{ resource: configmaps, namespace: kube-system, name: "${name}" }] } }\n`;

  test('reports a rule for something else: there are no wildcards', () => {
    expect(ownFindings(id, work(custom + rule('coredns')))).toHaveLength(1);
    expect(ownFindings(id, work(custom + rule('*')))).toHaveLength(1);
  });

  test('is content when the object stays', () => {
    expect(ownFindings(id, work(`${custom}deleteOption: { propagationPolicy: Orphan }\n`))).toEqual([]);
    expect(ownFindings(id, work(custom + rule('coredns-custom')))).toEqual([]);
    const read = `manifestConfigs:
  - resourceIdentifier: { group: "", resource: configmaps, namespace: kube-system, name: coredns-custom }
    updateStrategy: { type: ReadOnly }
`;
    expect(ownFindings(id, work(custom + read))).toEqual([]);
  });

  test('is content with what a controller made: KubeDB’s works of volumes are no choice of yours', () => {
    const made = work(custom).replace('metadata:\n', 'metadata:\n  uid: 0b6e\n');
    expect(ownFindings(id, made)).toEqual([]);
  });

  test('is content with objects of the work’s own', () => {
    const own = carrying(
      configMap('settings', 'kube-system'),
      '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }',
    );
    expect(ownFindings(id, work(own))).toEqual([]);
  });
});
