import { expect, test } from 'vitest';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const id = 'slice/overlay-mode';
const policy = (slice = 'shop', name = 'orders') =>
  objectOf(
    'apps.k8s.appscode.com/v1',
    'PlacementPolicy',
    `{ name: ${name} }`,
    `{ clusterSpreadConstraint: { slice: { projectNamespace: kubeslice-shop, sliceName: ${slice} } } }`,
  );

test.each(['no-network', 'multi-network'])('%s carries no database', (mode) => {
  const slice = sliceConfig({ overlayNetworkDeploymentMode: mode });
  expect(foundBy(id, slice, policy(), policy('shop', 'ledger'))).toEqual([
    `error 12:33 the slice shop of the PlacementPolicy orders is ${mode}`,
  ]);
});

test('one network does, and another slice is nobody’s', () => {
  expect(foundBy(id, sliceConfig(), policy())).toEqual([]);
  expect(foundBy(id, sliceConfig({ overlayNetworkDeploymentMode: 'single-network' }), policy())).toEqual([]);
  expect(foundBy(id, sliceConfig({ overlayNetworkDeploymentMode: 'no-network' }), policy('other'))).toEqual(
    [],
  );
});
