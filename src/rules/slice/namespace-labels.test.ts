import { expect, test } from 'vitest';
import { foundBy } from './testing.js';

const found = (data: string, namespace = 'kubeslice-controller') =>
  foundBy(
    'slice/namespace-labels',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: namespace-labels-config, namespace: ${namespace} }\ndata: ${data}\n`,
  );

test('what is no map, and what is not handed down', () => {
  expect(found("{ labels: 'team: shop' }")).toEqual([
    'warning 4:17 labels of namespace-labels-config is no JSON map of texts',
  ]);
  expect(found(`{ annotations: '["a"]' }`)).toEqual([
    'warning 4:22 annotations of namespace-labels-config is no JSON map of texts',
  ]);
  expect(found(`{ labels: '{"team": 1}' }`)).toEqual([
    'warning 4:17 labels of namespace-labels-config is no JSON map of texts',
  ]);
  expect(
    found(`{ labels: '{"team": "a", "app.kubernetes.io/name": "b"}', annotations: '{"kubeslice-x": "c"}' }`),
  ).toEqual([
    'warning 4:17 KubeSlice hands no label or annotation app.kubernetes.io/name down',
    'warning 4:78 KubeSlice hands no label or annotation kubeslice-x down',
  ]);
});

test('maps of texts, and another ConfigMap', () => {
  expect(found(`{ labels: '{"team": "a"}', annotations: '{}' }`)).toEqual([]);
  expect(found('{ labels: none }', 'default')).toEqual([]);
});
