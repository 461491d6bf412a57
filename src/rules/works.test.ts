import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { objectsOf, worksOf } from './works.js';

const work = (kind: string, spec: string): string =>
  `apiVersion: work.open-cluster-management.io/v1
kind: ${kind}
metadata: { name: w, namespace: ams }
spec: ${spec}
`;

const read = (...texts: readonly string[]): ManifestSet =>
  new ManifestSet(readManifests({ name: 'm', content: texts.join('---\n') }).manifests);

const carried =
  'workload: { manifests: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }, 7, { kind: B }] }';

test('finds what works and templates of works carry', () => {
  const set = read(
    work('ManifestWork', `{ ${carried} }`),
    work('ManifestWorkReplicaSet', `{ manifestWorkTemplate: { ${carried} } }`),
    work('ManifestWork', 'nothing'),
  );
  expect(worksOf(set).map(({ cluster, objects }) => [cluster, objects.map(({ name }) => name)])).toEqual([
    ['ams', ['a']],
    ['ams', []],
    [undefined, ['a']],
  ]);
});

test('lists objects of a kind wherever they stand', () => {
  const set = read(
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: own }\n',
    work('ManifestWork', `{ ${carried} }`),
  );
  expect(objectsOf(set, 'ConfigMap', '').map(({ name }) => name)).toEqual(['own', 'a']);
  expect(objectsOf(set, 'ConfigMap', 'apps')).toEqual([]);
});
