import { describe, expect, test } from 'vitest';
import { carrying, configMap, fixedBy, ownFindings, work } from './testing.js';
import { workConfig } from './work-config.js';

const id = 'ocm/work-config';
const network =
  '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a, namespace: shop } }';
const configured = (...entries: readonly string[]): string =>
  work(
    `${carrying(configMap('a'), network)}manifestConfigs:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`,
  );
const entry = (group: string, resource: string, namespace: string, name: string, rest = ''): string =>
  `{ resourceIdentifier: { group: "${group}", resource: ${resource}, namespace: ${namespace}, name: "${name}" }${rest} }`;
const strategy = ', updateStrategy: { type: CreateOnly }';

describe('ocm/work-config', () => {
  test.each([
    ['ConfigMap', 'configmaps', ''],
    ['configmap', 'configmaps', ''],
    ['networkpolicys', 'networkpolicies', 'networking.k8s.io'],
  ])('reports %s, whose plural is %s', (written, plural, group) => {
    expect(ownFindings(id, configured(entry(group, written, 'shop', 'a')))[0]).toMatch(
      new RegExp(`names the resource ${written}; its plural is ${plural}$`),
    );
  });

  test('reports the wrong group', () => {
    expect(ownFindings(id, configured(entry('apps', 'configmaps', 'shop', 'a')))).toEqual([
      'warning ocm/work-config 9:38 manifestConfigs of ManifestWork ams/one looks for ConfigMap shop/a in the group apps, but it is in "" (core)',
    ]);
  });

  test.each([
    [entry('', 'configmaps', 'shop', 'b'), 'configmaps shop/b'],
    [entry('', 'configmaps', 'other', 'a'), 'configmaps other/a'],
    [entry('', 'secrets', 'shop', 'b*'), 'secrets shop/b*'],
  ])('reports %s', (text, what) => {
    expect(ownFindings(id, configured(text)).map((finding) => finding.split(' ').slice(3).join(' '))).toEqual(
      [`manifestConfigs of ManifestWork ams/one has an entry for ${what}, which the work does not carry`],
    );
  });

  test('reports an entry that an earlier one puts out of action', () => {
    const text = configured(
      entry('', 'configmaps', '"*"', '*', strategy),
      entry('', 'configmaps', 'shop', 'a', strategy),
    );
    expect(ownFindings(id, text)).toEqual([
      'warning ocm/work-config 10:94 an earlier entry of manifestConfigs of ManifestWork ams/one already says the updateStrategy of ConfigMap shop/a',
    ]);
  });

  test('is content with entries that fit, wildcards and parts that add up', () => {
    const feedback = ', feedbackRules: [{ type: JSONPaths, jsonPaths: [{ name: a, path: .data.a }] }]';
    const text = configured(
      entry('', 'configmaps', 'shop', 'a', strategy),
      entry('', 'configmaps', '"*"', 'a*', feedback),
      entry('networking.k8s.io', 'networkpolicies', 'shop', 'a', strategy),
    );
    expect(ownFindings(id, text)).toEqual([]);
  });

  test('is content with the irregular plural of a custom resource', () => {
    const spec = `${carrying('{ apiVersion: example.com/v1, kind: Chassis, metadata: { name: a } }')}manifestConfigs:
  - { resourceIdentifier: { group: example.com, resource: chassises, name: a } }
`;
    expect(ownFindings(id, work(spec))).toEqual([]);
    const other = spec.replace('Chassis', 'Person').replace('chassises', 'persona');
    expect(ownFindings(id, work(other))).toEqual([]);
  });

  test('mends a singular', () => {
    const fixed = fixedBy(workConfig, configured(entry('networking.k8s.io', 'NetworkPolicy', 'shop', 'a')));
    expect(fixed).toContain('resource: networkpolicies');
    expect(ownFindings(id, fixed)).toEqual([]);
  });
});
