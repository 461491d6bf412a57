import { expect, test } from 'vitest';
import { locationOf } from './diagnostics/index.js';
import { inspect } from './inspect.js';

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: sliceconfigs.controller.kubeslice.io }
spec:
  group: controller.kubeslice.io
  scope: Namespaced
  names: { kind: SliceConfig, plural: sliceconfigs }
  versions:
    - name: v1alpha1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: { spec: { type: object, properties: { sliceSubnet: { type: string, pattern: '^\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+$' } } } }
`;

function found(subnet: string): string[] {
  const content = `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: s, namespace: kubeslice-p }
spec: { sliceSubnet: ${subnet} }
`;
  const { diagnostics } = inspect([{ name: 'm', content }], {
    definitions: [{ name: 'crd', content: definition }],
  });
  return diagnostics
    .filter(({ id }) => id === 'slice/subnet-form' || id.startsWith('manifest/'))
    .map((each) => `${locationOf(each)} ${each.id}`);
}

test('a rule that says more than the schema replaces what the schema says of the form', () => {
  expect(found('10.0.0.0/16')).toEqual([]);
  expect(found('10.0.0.0/24')).toEqual(['m:4:22 slice/subnet-form']);
  expect(found('nonsense')).toEqual(['m:4:22 slice/subnet-form']);
});

test('a rule is silent about a value of the wrong type', () => {
  expect(found('5')).toEqual(['m:4:22 manifest/type']);
  expect(found('[10.0.0.0/16]')).toEqual(['m:4:22 manifest/type']);
});

test('definitions that no manifest needs are not read', () => {
  const content = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\n';
  const broken = { name: 'crd', content: `${definition}---\n[` };
  expect(inspect([{ name: 'm', content }], { definitions: [broken] }).diagnostics).toEqual([]);
  expect(inspect([{ name: 'm', content: definition }], {}).objects).toBe(1);
});

test('a file with hundreds of findings shows the first, and how many there are', () => {
  const item = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata: { a: 1 }\n';
  const { diagnostics } = inspect([
    { name: 'm', content: Array.from({ length: 300 }, () => item).join('---\n') },
  ]);
  expect(diagnostics.filter(({ id }) => id === 'manifest/type')).toHaveLength(200);
  expect(diagnostics[0]?.message).toBe('100 more findings in this file are not shown');
});
