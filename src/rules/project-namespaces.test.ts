import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { projectNamespaces } from './project-namespaces.js';

const project = (name: string): string =>
  `apiVersion: controller.kubeslice.io/v1alpha1\nkind: Project\nmetadata: { name: ${name} }\n---\n`;
const problems = (content: string): (string | undefined)[] => {
  const { problemOf } = projectNamespaces(new ManifestSet(readManifests({ name: 'm', content }).manifests));
  return ['kubeslice-shop', 'kubeslice-mall', 'shop', 'kubeslice-system', undefined].map(problemOf);
};

test('knows the namespaces of the projects that are there', () => {
  expect(problems(project('shop'))).toEqual([undefined, 'other', 'none', 'none', undefined]);
});

test('leaves open what it cannot know', () => {
  expect(problems('')).toEqual([undefined, undefined, 'none', 'none', undefined]);
  expect(problems(project('kubeslice-shop'))).toEqual([undefined, undefined, 'none', 'none', undefined]);
});
