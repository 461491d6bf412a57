import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import {
  hasNetwork,
  namespaceEntriesOf,
  onboardedNamespaces,
  repeatsOf,
  sliceConfigsByName,
  sliceConfigsOf,
  textsOf,
} from './objects.js';
import { sliceConfig } from './testing.js';

const setOf = (text: string): ManifestSet =>
  new ManifestSet(readManifests({ name: 'm', content: text }).manifests);

test('a slice has a network unless it says otherwise', () => {
  const set = setOf(`${sliceConfig()}---\n${sliceConfig({ overlayNetworkDeploymentMode: 'no-network' })}`);
  expect(sliceConfigsOf(set).map(hasNetwork)).toEqual([true, false]);
});

test('lists of any shape are read', () => {
  const set = setOf(sliceConfig({ clusters: '[fra, 7, ams, fra, ""]', namespaceIsolationProfile: '[]' }));
  const [config] = sliceConfigsOf(set);
  if (!config) throw new Error('no SliceConfig');
  const clusters = config.root.at('spec', 'clusters');
  expect(textsOf(clusters)).toEqual(['fra', 'ams', 'fra', '']);
  expect(repeatsOf(clusters.items()).map(({ text }) => text)).toEqual(['fra']);
  expect(namespaceEntriesOf(config, 'allowedNamespaces')).toEqual([]);
});

test('SliceConfigs and their namespaces are found by name', () => {
  const profile = '{ applicationNamespaces: [{ namespace: shop, clusters: [fra] }, {}] }';
  const config = sliceConfigsByName(setOf(sliceConfig({ namespaceIsolationProfile: profile }))).get(
    'kubeslice-shop/shop',
  );
  if (!config) throw new Error('no SliceConfig');
  expect([...onboardedNamespaces(config).keys()]).toEqual(['shop']);
});
