import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { databaseManifest, policyManifest, sliceManifest, together } from './placement/policy.testing.js';
import { joinedNamespaces, slicedDatabases } from './sliced-databases.js';

const read = (...manifests: string[]): ManifestSet =>
  new ManifestSet(readManifests({ name: 'm', content: together(...manifests) }).manifests);

test('finds the slice of a distributed database', () => {
  const all = [databaseManifest(), policyManifest(), sliceManifest()];
  expect(
    slicedDatabases(read(...all)).map(({ database, policy, slice }) => [
      database.name,
      policy.name,
      slice.name,
    ]),
  ).toEqual([['orders', 'shop-orders', 'shop']]);
  for (const missing of all)
    expect(slicedDatabases(read(...all.filter((each) => each !== missing)))).toEqual([]);
});

test('reads the namespaces of a slice', () => {
  const namespaces =
    '[{ namespace: a, clusters: [fra] }, { namespace: a, clusters: [ams] }, { namespace: b }, { clusters: [fra] }]';
  const [slice] = read(sliceManifest('[fra]', namespaces)).all;
  expect(slice && [...joinedNamespaces(slice)].map(([name, clusters]) => [name, ...clusters])).toEqual([
    ['a', 'fra', 'ams'],
    ['b', '*'],
  ]);
});
