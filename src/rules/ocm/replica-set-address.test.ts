import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, replicaSet, work } from './testing.js';

const id = 'ocm/replica-set-address';
const block = '{ a.server: "slice.local:53 { forward . 10.43.0.101 }" }';

describe('ocm/replica-set-address', () => {
  test.each([
    [configMap('coredns-custom', 'kube-system', block), 'ConfigMap kube-system/coredns-custom'],
    [
      '{ apiVersion: operator.openshift.io/v1, kind: DNS, metadata: { name: default }, spec: { servers: [{ zones: [slice.local] }] } }',
      'DNS default',
    ],
  ])('reports %s', (object, name) => {
    expect(
      ownFindings(id, replicaSet(carrying(object))).map((finding) => finding.split(' ').slice(3).join(' ')),
    ).toEqual([
      `the ManifestWorkReplicaSet all gives all its clusters one ${name} that forwards slice.local`,
    ]);
  });

  test('says where', () => {
    expect(ownFindings(id, replicaSet(carrying(configMap('a', 'b', block))))[0]).toMatch(
      /^warning \S+ 10:82 /,
    );
  });

  test('is content with a ManifestWork, and with other ConfigMaps', () => {
    expect(ownFindings(id, work(carrying(configMap('coredns-custom', 'kube-system', block))))).toEqual([]);
    expect(
      ownFindings(id, replicaSet(carrying(configMap('settings', 'shop', '{ zone: example.org }')))),
    ).toEqual([]);
  });
});
