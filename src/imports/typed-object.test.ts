import { ApiObject, type ApiObjectMetadata, App, Chart, type ChartProps, JsonPatch, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { arbitraryMap, arbitraryOf } from './arbitrary.testing.js';
import * as imports from './index.js';
import {
  Cluster,
  ConfigMap,
  DNS,
  Klusterlet,
  MariaDB,
  Namespace,
  PlacementPolicy,
  Project,
} from './index.js';
import { findKindSchema } from './schemas.js';
import type { TypedApiObject } from './typed-object.js';

type Kind = (new (
  scope: Construct,
  id: string,
  props: never,
) => TypedApiObject) & {
  GVK: { apiVersion: string; kind: string };
};

const CLASSES = Object.values(imports).filter((value): value is Kind & typeof value => 'GVK' in value);
const KINDS = CLASSES.map((kind) => [kind.GVK.kind, kind] as const);
const PROJECT = { spec: {} };

function chart(props?: ChartProps): Chart {
  return new Chart(new App({ outdir: '/nowhere' }), 'chart', props);
}

function cdk8sJson(object: ApiObject): unknown {
  return ApiObject.prototype.toJson.call(object);
}

/** Whether it is rendered without cdk8s' own toJson(). */
function rendersItself(object: ApiObject): boolean {
  const slow = vi.spyOn(ApiObject.prototype, 'toJson');
  object.toJson();
  const called = slow.mock.calls.length > 0;
  slow.mockRestore();
  return !called;
}

describe('every kind', () => {
  it.each(KINDS)('%s is rendered as cdk8s would', (_, Kind) => {
    const { apiVersion, kind, ...properties } =
      findKindSchema(Kind.GVK.apiVersion, Kind.GVK.kind)?.schema.properties ?? {};
    const props = arbitraryOf({ type: 'object', properties });
    const labels = arbitraryMap(fc.string());
    fc.assert(
      fc.property(props, labels, fc.boolean(), (sample, chartLabels, inNamespace) => {
        const scope = chart({ labels: chartLabels, ...(inNamespace && { namespace: 'of-the-chart' }) });
        const object = new Kind(scope, 'object', sample as never);
        expect(object.toJson()).toStrictEqual(cdk8sJson(object));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it.each(KINDS)('%s is rendered without cdk8s', (_, Kind) => {
    const object = new Kind(chart({ labels: { a: 'b' } }), 'object', {
      metadata: { annotations: { c: 'd' } },
      spec: { list: [{ member: 1 }] },
    } as never);
    expect(rendersItself(object)).toBe(true);
  });
});

describe('the order of keys', () => {
  it('is apiVersion, kind, metadata, then as written', () => {
    const map = new ConfigMap(chart({ namespace: 'n' }), 'map', {
      immutable: true,
      data: { z: '1', a: '2' },
      metadata: { annotations: { an: '' }, labels: { la: '' }, name: 'map' },
    });
    const json = map.toJson();
    expect(Object.keys(json)).toEqual(['apiVersion', 'kind', 'metadata', 'immutable', 'data']);
    expect(Object.keys(json.metadata)).toEqual(['name', 'namespace', 'labels', 'annotations']);
    expect(Object.keys(json.data ?? {})).toEqual(['z', 'a']);
  });

  it('of metadata stays when there is more than usual', () => {
    const project = new Project(chart({ namespace: 'n', labels: { l: '' } }), 'project', PROJECT);
    project.metadata.addFinalizers('example.com/wait');
    project.metadata.add('generation', 1);
    const { metadata } = project.toJson();
    expect(Object.keys(metadata)).toEqual(['name', 'namespace', 'labels', 'finalizers', 'generation']);
    expect(rendersItself(project)).toBe(true);
    expect(project.toJson()).toStrictEqual(cdk8sJson(project));
  });
});

describe('plain data', () => {
  it('loses undefined and null members, and keeps empty ones', () => {
    const cluster = new Cluster(chart(), 'cluster', {
      spec: { networkInterface: 'eth0', nodeIPs: [], clusterProperty: {}, requeueOnFailure: undefined },
    });
    expect(cluster.toJson().spec).toStrictEqual({
      networkInterface: 'eth0',
      nodeIPs: [],
      clusterProperty: {},
    });
    expect(cluster.toJson()).toStrictEqual(cdk8sJson(cluster));
  });

  it('is copied, so that the result may be changed', () => {
    const nodeIPs = ['10.0.0.1'];
    const cluster = new Cluster(chart(), 'cluster', { spec: { networkInterface: 'eth0', nodeIPs } });
    const before = structuredClone(cluster.toJson());
    const json = cluster.toJson();
    (json.spec as { nodeIPs: string[] }).nodeIPs.push('10.0.0.2');
    json.metadata.labels = { gone: 'wrong' };
    expect(cluster.toJson()).toStrictEqual(before);
    expect(nodeIPs).toEqual(['10.0.0.1']);
  });

  it('with a hole in a list is left to cdk8s', () => {
    const names = ['a', undefined] as string[];
    const project = new Project(chart(), 'project', { spec: { serviceAccount: { readOnly: names } } });
    expect(rendersItself(project)).toBe(false);
  });
});

describe('metadata', () => {
  it('takes what is added later, and the labels and namespace of the chart', () => {
    const scope = chart({ namespace: 'demo', labels: { team: 'data', tier: 'lab' } });
    const database = new MariaDB(scope, 'db', {
      metadata: { name: 'mariadb', labels: { tier: 'gold' } },
      spec: { version: '11.8.5' },
    });
    database.metadata.addLabel('late', 'yes');
    database.metadata.addAnnotation('note', 'added');
    expect(database.toJson().metadata).toStrictEqual({
      name: 'mariadb',
      namespace: 'demo',
      labels: { team: 'data', tier: 'gold', late: 'yes' },
      annotations: { note: 'added' },
    });
    expect(rendersItself(database)).toBe(true);
  });

  it('has no empty labels or annotations', () => {
    const project = new Project(chart(), 'project', {
      ...PROJECT,
      metadata: { labels: {}, annotations: {} },
    });
    expect(Object.keys(project.toJson().metadata)).toEqual(['name']);
  });

  it.each<ApiObjectMetadata>([
    { labels: { lazy: Lazy.any({ produce: () => 'value' }) as never } },
    { annotations: { number: 1 as never } },
    { ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'u' }] },
    { extra: { nested: [] } },
  ])('agrees with cdk8s on the unusual: %j', (metadata) => {
    const project = new Project(chart(), 'project', { ...PROJECT, metadata });
    expect(project.toJson()).toStrictEqual(cdk8sJson(project));
  });

  it('of a kind of the whole cluster has no namespace, whatever the chart or the author says', () => {
    const scope = chart({ namespace: 'demo' });
    const metadata = { namespace: 'mine' };
    const objects = [
      new Namespace(scope, 'namespace', { metadata }),
      new Klusterlet(scope, 'klusterlet', { metadata, spec: { clusterName: 'c' } }),
      new PlacementPolicy(scope, 'policy', { metadata, spec: {} }),
      new DNS(scope, 'dns', { metadata, spec: {} }),
    ];
    for (const object of objects) {
      expect(object.metadata.namespace).toBeUndefined();
      expect(object.toJson().metadata).not.toHaveProperty('namespace');
      expect(cdk8sJson(object)).not.toHaveProperty('metadata.namespace');
    }
  });
});

describe('what only cdk8s can render', () => {
  it('JSON patches', () => {
    const project = new Project(chart(), 'project', PROJECT);
    project.addJsonPatch(JsonPatch.add('/spec/defaultSliceCreation', true));
    expect(project.toJson().spec).toStrictEqual({ defaultSliceCreation: true });
  });

  it('Lazy values', () => {
    let clusterName = 'early';
    const lazy = Lazy.any({ produce: () => clusterName });
    const klusterlet = new Klusterlet(chart({ namespace: 'demo' }), 'klusterlet', {
      spec: { clusterName: lazy as unknown as string },
    });
    clusterName = 'late';
    expect(klusterlet.toJson()).toMatchObject({ spec: { clusterName: 'late' } });
    expect(klusterlet.toJson().metadata).not.toHaveProperty('namespace');
  });

  it('implicit tokens', () => {
    const token = { resolve: () => 'eth1' } as unknown as string;
    const cluster = new Cluster(chart(), 'cluster', { spec: { networkInterface: token } });
    expect(cluster.toJson().spec).toStrictEqual({ networkInterface: 'eth1' });
  });

  it('class instances, which it refuses', () => {
    const date = new Date(0) as unknown as string;
    const cluster = new Cluster(chart(), 'cluster', { spec: { networkInterface: date } });
    expect(() => cluster.toJson()).toThrow(/chart\/cluster.*non-simple object/);
  });

  it("values for the app's own resolvers", () => {
    const shout = {
      resolve(context: { value: unknown; replaceValue(value: unknown): void }) {
        if (context.value === 'eth0') context.replaceValue('ETH0');
      },
    };
    const scope = new Chart(new App({ outdir: '/nowhere', resolvers: [shout] }), 'chart');
    const cluster = new Cluster(scope, 'cluster', { spec: { networkInterface: 'eth0' } });
    expect(cluster.toJson().spec).toStrictEqual({ networkInterface: 'ETH0' });
  });
});

describe('manifest()', () => {
  it('gives the object without a chart', () => {
    expect(Namespace.manifest({ metadata: { name: 'demo' } })).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'demo' },
    });
  });
});
