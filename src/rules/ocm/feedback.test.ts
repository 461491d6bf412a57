import { describe, expect, test } from 'vitest';
import { feedback } from './feedback.js';
import { carrying, configMap, fixedBy, ownFindings, work } from './testing.js';

const id = 'ocm/feedback';
const objects = carrying(
  configMap('a'),
  '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a, namespace: shop } }',
);
const rules = (resource: string, group: string, ...lines: readonly string[]): string =>
  work(`${objects}manifestConfigs:
  - resourceIdentifier: { group: "${group}", resource: ${resource}, namespace: shop, name: a }
    feedbackRules:
${lines.map((line) => `      - ${line}\n`).join('')}`);
const paths = (...list: readonly string[]): string => `{ type: JSONPaths, jsonPaths: [${list.join(', ')}] }`;

describe('ocm/feedback', () => {
  test('reports WellKnownStatus of a kind that has none', () => {
    expect(ownFindings(id, rules('configmaps', '', '{ type: WellKnownStatus }'))).toEqual([
      'warning ocm/feedback 11:19 ManifestWork ams/one asks for the WellKnownStatus of ConfigMap shop/a, which the agent does not know',
    ]);
    expect(ownFindings(id, rules('deployments', 'apps', '{ type: WellKnownStatus }'))).toEqual([]);
  });

  test.each([
    ['"{.data.a}"', 'in braces'],
    ['data.a', 'without a dot in front'],
    ['$.data.a', 'without a dot in front'],
    ['"{.data.a}{.data.b}"', 'in braces'],
    ['".data.{a}"', 'with braces'],
  ])('reports the path %s', (path, form) => {
    const found = ownFindings(id, rules('configmaps', '', paths(`{ name: a, path: ${path} }`)));
    expect(found).toEqual([
      `warning ocm/feedback 11:59 the JSON path ${path.replaceAll('"', '')} is written ${form}`,
    ]);
  });

  test('reports two values of one name, in one rule or in two', () => {
    const one = '{ name: a, path: .data.a }';
    expect(ownFindings(id, rules('configmaps', '', paths(one, one)))).toEqual([
      'warning ocm/feedback 11:78 ManifestWork ams/one reports two values called a of one object',
    ]);
    expect(ownFindings(id, rules('configmaps', '', paths(one), paths(one)))).toEqual([
      'warning ocm/feedback 12:50 ManifestWork ams/one reports two values called a of one object',
    ]);
  });

  test('reports JSONPaths without a path', () => {
    expect(ownFindings(id, rules('configmaps', '', '{ type: JSONPaths }'))).toEqual([
      'warning ocm/feedback 11:19 ManifestWork ams/one asks for JSONPaths and names none',
    ]);
  });

  test('is content with paths of any depth', () => {
    const list = paths(
      '{ name: a, path: .data.a }',
      '{ name: b, path: \'.status.conditions[?(@.type=="Ready")].status\' }',
      '{ name: c, path: .metadata.labels.kubedb\\.com/role }',
    );
    expect(ownFindings(id, rules('configmaps', '', list))).toEqual([]);
  });

  test('mends a path that has one right form', () => {
    const text = rules(
      'configmaps',
      '',
      paths('{ name: a, path: "{.data.a}" }', '{ name: b, path: $.data.b }'),
    );
    const fixed = fixedBy(feedback, text);
    expect(fixed).toContain('{ name: a, path: ".data.a" }, { name: b, path: ".data.b" }');
    expect(ownFindings(id, fixed)).toEqual([]);
  });
});
