import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { printYaml } from '../yaml/print.js';
import { kustomization } from './kustomization.js';
import { objectFileName } from './paths.js';
import { temporaryDirectory, treeOf } from './testing.js';
import { writeTree } from './tree.js';

test('prints resources in the order given', () => {
  expect(
    printYaml(kustomization(['20-second', '10-a/x.yaml'])),
  ).toBe(`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
sortOptions:
  order: fifo
resources:
  - 20-second
  - 10-a/x.yaml
`);
});

/** An order that kustomize would not keep by itself: it puts namespaces first and webhooks last. */
const WAVES = {
  '10-first': [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'same', namespace: 'one' },
      data: { version: '17.10' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'same', namespace: 'two' },
      data: { on: 'off' },
    },
  ],
  '20-second': [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'service' } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'namespace' } },
    {
      apiVersion: 'example.io/v1',
      kind: 'Custom',
      metadata: { name: 'custom' },
      spec: { empty: {}, list: [] },
    },
  ],
};

test.for([
  ['kustomize', 'build'],
  ['kubectl', 'kustomize'],
] as const)('%s %s builds the waves in order', async ([program, command], { skip }) => {
  const files: Record<string, string> = {};
  for (const [wave, objects] of Object.entries(WAVES)) {
    for (const object of objects) files[`${wave}/${objectFileName(object)}`] = printYaml(object);
    files[`${wave}/kustomization.yaml`] = printYaml(kustomization(objects.map(objectFileName)));
  }
  files['kustomization.yaml'] = printYaml(kustomization(Object.keys(WAVES)));
  const dist = join(temporaryDirectory(), 'dist');
  expect(await writeTree(dist, treeOf(files))).toMatchObject({ ok: true, written: 8 });

  const answer = spawnSync(program, [command, dist], { encoding: 'utf8' });
  if (answer.error !== undefined) return skip();
  expect(answer.stderr).toBe('');
  const built = parseAllDocuments(answer.stdout).map((document) => document.toJS());
  expect(built).toEqual([...WAVES['10-first'], ...WAVES['20-second']]);
});
