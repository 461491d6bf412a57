import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: string[]): string[] => findings.filter((each) => each.includes(' slice/owner-label '));

const named = (name: string): string => change(goodTopology, '- name: orders', `- name: ${name}`);

describe('slice/owner-label', () => {
  test('reports a piece that ends in a hyphen', () => {
    // ServiceExportConfig-<32>-pods-shop- are 63 characters.
    const name = 'orders-of-the-shop-in-two-cities';
    expect(findingsOf(named(name))).toEqual([
      `error slice/owner-label 20:11 of ${name}-pods, shop and shop KubeSlice makes the label ServiceExportConfig-${name}-pods-shop-, which no label may be`,
    ]);
    expect(relatedOf(named(name))).toEqual([['21:16 part of the label', '17:9 part of the label']]);
    expect(fixesOf(named(name))).toEqual([
      'shorten the name, for example to orders-of-the-shop-in-two-citie; up to 28 characters are always right',
    ]);
  });

  test('reports a piece that begins with one', () => {
    const name = 'orders-of-the-shop-in-2-cities';
    const text = change(named(name), '    namespace: shop', '    namespace: shop-eu');
    expect(own(findingsOf(text))[0]).toContain('KubeSlice makes the label ');
  });

  test('is content where the cut falls between two letters', () => {
    expect(findingsOf(named('orders-of-the-shop-in-two-citie'))).toEqual([]);
    expect(findingsOf(named('orders-of-the-shop-in-two-c'))).toEqual([]);
  });

  test('is content where nothing is exported', () => {
    const name = 'orders-of-the-shop-in-two-cities';
    const text = change(
      change(named(name), 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test('looks at the name of a lone member', () => {
    const alone = (name: string): string =>
      change(
        change(
          goodTopology,
          '  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101\n',
          '',
        ),
        'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
        'replicas: 3',
      ).replaceAll(/\bfra\b/g, name);
    const name = `${'o'.repeat(54)}-o`;
    expect(own(findingsOf(alone(name)))).toEqual([
      `error slice/owner-label 6:11 of the Cluster ${name} KubeSlice makes the label Cluster-${'o'.repeat(54)}-, which no label may be`,
    ]);
    expect(own(findingsOf(alone('o'.repeat(56))))).toEqual([]);
  });

  const object = (kind: string, name: string, spec = '{}'): string =>
    `apiVersion: controller.kubeslice.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec: ${spec}\n`;

  test('looks at objects of the hub', () => {
    const long = `${'o'.repeat(51)}-o`;
    expect(own(manifestFindingsOf(object('SliceConfig', long)))).toEqual([
      `error slice/owner-label 4:9 of the SliceConfig ${long} KubeSlice makes the label -o, which no label may be`,
    ]);
    expect(own(manifestFindingsOf(object('SliceConfig', 'o'.repeat(53))))).toEqual([]);
    expect(own(manifestFindingsOf(object('Cluster', `${'o'.repeat(54)}-o`)))).toHaveLength(1);
    const spec = `{ serviceName: ${'o'.repeat(32)}-pods, serviceNamespace: shop, sliceName: shop }`;
    expect(own(manifestFindingsOf(object('ServiceExportConfig', 'any', spec)))).toHaveLength(1);
    expect(own(manifestFindingsOf(object('ServiceExportConfig', 'any')))).toEqual([]);
  });
});
