import { expect, test } from 'vitest';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const id = 'slice/istio-gateway';
const database = objectOf('kubedb.com/v1', 'MariaDB', '{ name: orders, namespace: shop }', '{}');
const gateway = (type: string, enabled: boolean) =>
  sliceConfig({
    externalGatewayConfig: `[{ gatewayType: ${type}, egress: { enabled: ${enabled} }, clusters: ["*"] }]`,
  });

test('Istio gateways on the slice of a database', () => {
  expect(foundBy(id, gateway('istio', true), database)).toEqual([
    'warning 12:42 the slice shop carries a database and has Istio gateways',
  ]);
});

test('others, switched off, or without a database', () => {
  expect(foundBy(id, gateway('none', true), database)).toEqual([]);
  expect(foundBy(id, gateway('istio', false), database)).toEqual([]);
  expect(foundBy(id, gateway('istio', true))).toEqual([]);
});
