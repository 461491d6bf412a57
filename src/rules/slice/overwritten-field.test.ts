import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/overwritten-field';
const cluster = (property: string) => foundBy(id, hubObject('Cluster', `{ clusterProperty: ${property} }`));

test('what the worker writes', () => {
  expect(cluster('{ geoLocation: { cloudProvider: GCP } }')).toEqual([
    'warning 4:43 the worker of fra writes cloudProvider itself',
  ]);
  expect(
    cluster(
      '{ geoLocation: { cloudRegion: eu, latitude: "1", longitude: "2" }, monitoring: { kubernetesDashboard: { enabled: true } } }',
    ),
  ).toEqual(['warning 4:43 the worker of fra writes cloudRegion and 1 more itself']);
});

test('what the controller removes', () => {
  expect(
    foundBy(
      id,
      sliceConfig({ overlayNetworkDeploymentMode: 'no-network', vpnConfig: '{ cipher: AES-256-CBC }' }),
    ),
  ).toEqual(['warning 13:3 the slice shop has no network, and KubeSlice removes its vpnConfig']);
});

test('what stays as it is', () => {
  expect(
    cluster(
      '{ geoLocation: { cloudProvider: "", latitude: "1", longitude: "2" }, monitoring: { grafanaDashboardBaseURL: https://a } }',
    ),
  ).toEqual([]);
  expect(
    foundBy(
      id,
      sliceConfig({ vpnConfig: '{ cipher: AES-256-CBC }' }),
      sliceConfig({ overlayNetworkDeploymentMode: 'no-network' }),
    ),
  ).toEqual([]);
});
