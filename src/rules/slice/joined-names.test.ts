import { describe, expect, test } from 'vitest';
import {
  change,
  database,
  findingsOf,
  goodTopology,
  manifestFindingsOf,
  programFindingsOf,
  relatedOf,
} from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/joined-names '));

const third = (first: string, second: string, name: string): string =>
  change(
    change(
      goodTopology.replaceAll(/\bams\b/g, second).replaceAll(/\bfra\b/g, first),
      'slice:\n  name: shop\n',
      `  - name: ${name}\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.102\nslice:\n  name: shop\n`,
    ),
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  clusters: [${first}, ${second}, ${name}]\n`,
  );

describe('slice/joined-names', () => {
  test('reports two gateways of one name', () => {
    const text = third('a', 'a-b', 'b-a');
    expect(findingsOf(text)).toEqual([
      'error slice/joined-names 12:11 the gateway of a to b-a and the gateway of a-b to a both get the WorkerSliceGateway shop-a-b-a',
    ]);
    expect(relatedOf(text)).toEqual([['6:11 the other']]);
  });

  test('is content with hyphens that join to nothing else', () => {
    expect(findingsOf(third('a', 'a-b', 'b-c'))).toEqual([]);
  });

  test('reports two services of one name, once', () => {
    const text =
      goodTopology +
      database({ name: 'a', namespace: 'b-c' }) +
      database({ name: 'a-b', namespace: 'c', engine: 'postgres' });
    expect(findingsOf(text)).toEqual([
      'error slice/joined-names 40:11 the service a of b-c and the service a-b of c both get the WorkerServiceImport a-b-c-shop-fra',
    ]);
  });

  test('reports services that meet through the names of clusters', () => {
    const clusters = goodTopology.replaceAll(/\bams\b/g, 'b-fra');
    const text =
      change(clusters, 'namespace: shop', 'namespace: a') +
      database({ name: 'orders', namespace: 'a-b', placement: '[{ cluster: fra, replicas: 3 }]' });
    // orders-a-b-fra is orders of a on b-fra, and orders of a-b on fra. Their equal names are topology/duplicate-name.
    expect(own(findingsOf(text))).toEqual([]);
    const apart = change(
      change(text, 'replicas: [0, 2]\n      - cluster: b-fra\n        replicas: [1]', 'replicas: [0]'),
      '      - cluster: fra\n        replicas: [0]',
      '      - cluster: b-fra\n        replicas: 3',
    );
    expect(own(findingsOf(apart))).toEqual([
      'error slice/joined-names 30:11 the service orders of a and the service orders of a-b both get the ServiceExportConfig orders-a-b-fra',
    ]);
  });

  test('reports imports that meet through the name of the slice', () => {
    const clusters = goodTopology.replaceAll(/\bams\b/g, 'x-shop-fra');
    const text = clusters + database({ name: 'orders', namespace: 'shop-shop-x' });
    // orders-shop-shop-x-shop-fra is orders of shop on x-shop-fra, and orders of shop-shop-x on fra.
    expect(
      own(
        findingsOf(
          change(text, 'name: orders\n    namespace: shop\n', 'name: orders\n    namespace: shop\n'),
        ),
      ),
    ).toEqual([]);
    const apart = change(
      text,
      '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]',
      '[{ cluster: fra, replicas: 3 }]',
    );
    const one = change(
      apart,
      '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: x-shop-fra\n        replicas: [1]',
      '      - cluster: x-shop-fra\n        replicas: 3',
    );
    expect(own(findingsOf(one))).toEqual([
      'error slice/joined-names 30:11 the service orders of shop and the service orders of shop-shop-x both get the WorkerServiceImport orders-shop-shop-x-shop-fra',
    ]);
  });

  test('is content with one service of two databases, which is no join', () => {
    expect(own(findingsOf(goodTopology + database({ name: 'orders-pods' })))).toEqual([]);
  });

  test('reports slices of one project that meet', () => {
    const other = (slice: string, cluster: string): string =>
      change(
        change(goodTopology, 'metadata:\n  name: shop', 'metadata:\n  name: mall'),
        'slice:\n  name: shop\n',
        `slice:\n  name: ${slice}\n  project: shop\n  clusters: [fra, ${cluster}]\n`,
      ).replaceAll(/\bams\b/g, cluster);
    const first = change(goodTopology, 'slice:\n  name: shop', 'slice:\n  name: s').replaceAll(
      /\bams\b/g,
      'a-b',
    );
    expect(own(programFindingsOf({ 'a.yaml': first, 'b.yaml': other('s-a', 'b') }))).toContain(
      'error slice/joined-names b.yaml:12:11 a-b on the slice s and b on the slice s-a both get the WorkerSliceConfig s-a-b',
    );
    expect(own(programFindingsOf({ 'a.yaml': first, 'b.yaml': other('s-b', 'b') }))).toEqual([]);
  });

  test('looks at the SliceConfigs of a namespace', () => {
    const slice = (name: string, clusters: string, namespace = 'kubeslice-shop'): string =>
      `apiVersion: controller.kubeslice.io/v1alpha1\nkind: SliceConfig\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { clusters: [${clusters}] }\n---\n`;
    expect(own(manifestFindingsOf(slice('s', 'a-b') + slice('s-a', 'b')))).toEqual([
      'error slice/joined-names 9:20 a-b on the slice s and b on the slice s-a both get the WorkerSliceConfig s-a-b',
    ]);
    expect(own(manifestFindingsOf(slice('s', 'a-b') + slice('s-a', 'b', 'kubeslice-mall')))).toEqual([]);
  });
});
