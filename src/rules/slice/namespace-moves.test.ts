import { expect, test } from 'vitest';
import { foundInManifests, sliceManifest } from '../change-cases.testing.js';

const id = 'slice/namespace-moves';

test('from one slice to another', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({
        namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
      }) +
        '---\n' +
        sliceManifest({}, 'web'),
      sliceManifest() +
        '---\n' +
        sliceManifest(
          { namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }' },
          'web',
        ),
    ),
  ).toEqual(['warning shop changes from the slice shop to the slice web']);
});

test('on two clusters they never meet', () => {
  expect(
    foundInManifests(
      id,
      sliceManifest({
        ...{ namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }' },
        clusters: '[fra]',
      }) +
        '---\n' +
        sliceManifest({ clusters: '[ams]' }, 'web'),
      sliceManifest({ clusters: '[fra]' }) +
        '---\n' +
        sliceManifest(
          {
            ...{
              namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
            },
            clusters: '[ams]',
          },
          'web',
        ),
    ),
  ).toEqual([]);
});
