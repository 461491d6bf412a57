import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, replicaSet, work } from './testing.js';

const id = 'ocm/work-manifest';

describe('ocm/work-manifest', () => {
  test.each([
    'workload: { manifests: [] }\n',
    'workload: {}\n',
    'deleteOption: { propagationPolicy: Orphan }\n',
  ])('reports a work that carries nothing: %s', (spec) => {
    expect(ownFindings(id, work(spec)).map((finding) => finding.replace(/\d+:\d+/, ''))).toEqual([
      'error ocm/work-manifest  ManifestWork ams/one carries no manifests',
    ]);
  });

  test('reports a generated name, and objects that are none', () => {
    const spec = carrying(
      '{ apiVersion: v1, kind: ConfigMap, metadata: { generateName: a- } }',
      '{ apiVersion: v1, kind: ConfigMap, metadata: {} }',
      '{ kind: ConfigMap, metadata: { name: a } }',
      '{ apiVersion: v1, metadata: { name: a } }',
      '7',
    );
    expect(ownFindings(id, work(spec)).map((finding) => finding.split(' ').slice(3).join(' '))).toEqual([
      'ManifestWork ams/one carries an object with generateName',
      'ManifestWork ams/one carries an object without metadata.name',
      'ManifestWork ams/one carries an object without apiVersion',
      'ManifestWork ams/one carries an object without kind',
      'ManifestWork ams/one carries an object without apiVersion',
    ]);
  });

  test('reports an object that is there twice, in a work and in a template', () => {
    const spec = carrying(configMap('a'), configMap('b'), configMap('a'));
    expect(ownFindings(id, work(spec))).toEqual([
      'error ocm/work-manifest 7:234 ManifestWork ams/one carries ConfigMap shop/a twice',
    ]);
    expect(ownFindings(id, replicaSet(spec))).toEqual([
      'error ocm/work-manifest 10:236 ManifestWorkReplicaSet delivery/all carries ConfigMap shop/a twice',
    ]);
  });

  test('is content with objects that differ in one of kind, version, namespace and name', () => {
    const spec = carrying(
      configMap('a'),
      configMap('a', 'other'),
      configMap('b'),
      '{ apiVersion: v1, kind: Secret, metadata: { name: a, namespace: shop } }',
      '{ apiVersion: example.com/v1, kind: ConfigMap, metadata: { name: a, namespace: shop } }',
    );
    expect(ownFindings(id, work(spec))).toEqual([]);
  });
});
