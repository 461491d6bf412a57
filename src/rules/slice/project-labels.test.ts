import { expect, test } from 'vitest';
import { foundBy, objectOf } from './testing.js';

const found = (labels: string) =>
  foundBy(
    'slice/project-labels',
    objectOf(
      'controller.kubeslice.io/v1alpha1',
      'Project',
      `{ name: shop, namespace: kubeslice-controller${labels} }`,
      '{}',
    ),
  );

test('labels are wiped', () => {
  expect(found(', labels: { app.kubernetes.io/instance: shop, team: a }')).toEqual([
    'warning 3:58 KubeSlice wipes the labels of the Project shop: app.kubernetes.io/instance and 1 more',
  ]);
});

test('the label that stays and annotations are right', () => {
  expect(
    found(', labels: { kubeslice-project-namespace: kubeslice-shop }, annotations: { team: a }'),
  ).toEqual([]);
  expect(found(', labels: {}')).toEqual([]);
  expect(found('')).toEqual([]);
});
