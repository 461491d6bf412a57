import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

const found = (entries: string, changes = {}) =>
  foundBy('slice/external-gateways', sliceConfig({ externalGatewayConfig: entries, ...changes }));

test('* stands alone, and once', () => {
  expect(found('[{ clusters: ["*", fra] }]')).toEqual([
    'error 12:39 an external gateway is for * and for single clusters',
  ]);
  expect(found('[{ clusters: ["*"] }, { gatewayType: none, clusters: ["*"] }]')).toEqual([
    'error 12:80 two external gateways are for *',
  ]);
});

test('a cluster stands once', () => {
  expect(found('[{ clusters: [fra] }, { clusters: [ams, fra] }]')).toEqual([
    'error 12:66 two external gateways are for fra',
  ]);
  expect(found('[{ clusters: [fra, fra] }]')).toEqual(['error 12:45 an external gateway names fra twice']);
});

test('each cluster once is right, and nothing is looked at without a network', () => {
  expect(found('[{ clusters: [fra] }, { clusters: [ams] }]')).toEqual([]);
  expect(found('[{ clusters: ["*"] }]')).toEqual([]);
  expect(found('[{ clusters: ["*", fra] }]', { overlayNetworkDeploymentMode: 'no-network' })).toEqual([]);
});
