import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

const found = (changes: Record<string, string | undefined>) =>
  foundBy('slice/gateway-provider', sliceConfig(changes));

test('a slice with a network needs it', () => {
  expect(found({ sliceGatewayProvider: undefined })).toEqual([
    'error 6:1 the SliceConfig shop has no sliceGatewayProvider',
  ]);
  expect(found({ sliceGatewayProvider: 'null', overlayNetworkDeploymentMode: 'multi-network' })).toEqual([
    'error 6:1 the SliceConfig shop has no sliceGatewayProvider',
  ]);
});

test('a slice without does not', () => {
  expect(found({})).toEqual([]);
  expect(found({ sliceGatewayProvider: undefined, overlayNetworkDeploymentMode: 'no-network' })).toEqual([]);
});
