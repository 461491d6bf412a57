import { expect, test } from 'vitest';
import { foundBy, hubObject } from './testing.js';

const found = (namespace: string) =>
  foundBy('slice/project-namespace', hubObject('Project', '{}', 'shop', namespace));

test('a Project elsewhere is refused', () => {
  expect(found('kubeslice-shop')).toEqual([
    'error 3:36 the Project shop lies in kubeslice-shop, not in kubeslice-controller',
  ]);
  expect(found('default')).toEqual([
    'error 3:36 the Project shop lies in default, not in kubeslice-controller',
  ]);
});

test('the controller’s namespace is right, and none may come from whoever applies it', () => {
  expect(found('kubeslice-controller')).toEqual([]);
  expect(
    foundBy(
      'slice/project-namespace',
      'apiVersion: controller.kubeslice.io/v1alpha1\nkind: Project\nmetadata: { name: shop }\n',
    ),
  ).toEqual([]);
});
