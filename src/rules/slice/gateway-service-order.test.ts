import { expect, test } from 'vitest';
import { foundBy, sliceConfig } from './testing.js';

const found = (services: string) =>
  foundBy(
    'slice/gateway-service-order',
    sliceConfig({
      sliceGatewayProvider: `{ sliceGatewayType: OpenVPN, sliceCaType: Local, sliceGatewayServiceType: [${services}] }`,
    }),
  );
const service = (cluster: string) => `{ cluster: ${cluster}, type: NodePort, protocol: UDP }`;

test('* below others overrides them', () => {
  expect(found(`${service('fra')}, ${service('ams')}, ${service('"*"')}`)).toEqual([
    'warning 9:209 the gateway service for * overrides that of fra and 1 more above it',
  ]);
});

test('* on top is overridden, as it is meant', () => {
  expect(found(`${service('"*"')}, ${service('fra')}`)).toEqual([]);
  expect(found(service('fra'))).toEqual([]);
  expect(found('')).toEqual([]);
});
