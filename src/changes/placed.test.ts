import { expect, test } from 'vitest';
import { compareOutputs } from './compare.js';
import type { OutputText } from './model.js';

const claim = (namespace: string, size: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n${namespace}spec:\n  resources:\n    requests:\n      storage: ${size}\n`;

function compared(before: Record<string, string>, after: Record<string, string>) {
  const output = (files: Record<string, string>): Map<string, OutputText> =>
    new Map(Object.entries(files).map(([path, content]) => [path, { path, content, source: '' }]));
  const { objects, clusters } = compareOutputs(output(before), output(after));
  return {
    objects: objects.map(({ kind, fields }) => [kind, ...fields.map(({ text }) => text)]),
    clusters,
  };
}

const inShop = '  namespace: shop\n';

test('an object of a file in no folder is on the cluster that has it now', () => {
  expect(
    compared({ 'claim.yaml': claim(inShop, '1Gi') }, { 'fra/70-database/claim.yaml': claim(inShop, '2Gi') }),
  ).toEqual({
    objects: [['changed', 'spec.resources.requests.storage']],
    clusters: { added: [], removed: [] },
  });
});

test('one without a namespace is in default', () => {
  expect(
    compared(
      { 'claim.yaml': claim('', '1Gi') },
      { 'fra/70-database/claim.yaml': claim('  namespace: default\n', '2Gi') },
    ).objects.map(([kind]) => kind),
  ).toEqual(['changed']);
});

test('one of a folder has moved', () => {
  expect(
    compared(
      { 'ams/70-database/claim.yaml': claim(inShop, '1Gi') },
      { 'fra/70-database/claim.yaml': claim(inShop, '1Gi') },
    ).objects.map(([kind]) => kind),
  ).toEqual(['moved']);
});

test('of several clusters it is the one where it is most alike', () => {
  const before = { 'claim.yaml': claim(inShop, '2Gi') };
  const after = {
    'ams/70-database/claim.yaml': claim(inShop, '1Gi'),
    'fra/70-database/claim.yaml': claim(inShop, '2Gi'),
  };
  expect(compared(before, after).objects.map(([kind]) => kind)).toContain('added');
  expect(compared(before, after).clusters).toEqual({ added: ['ams'], removed: [] });
});
