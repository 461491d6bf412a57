import { expect, test } from 'vitest';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const id = 'slice/istio-mtls';
const slice = sliceConfig({
  namespaceIsolationProfile: '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }] }',
});
const policy = (namespace: string, spec: string) =>
  objectOf('security.istio.io/v1', 'PeerAuthentication', `{ name: strict, namespace: ${namespace} }`, spec);

test('mutual TLS demanded in a namespace on the slice, or everywhere', () => {
  expect(foundBy(id, slice, policy('shop', '{ mtls: { mode: STRICT } }'))).toEqual([
    'warning 17:23 the PeerAuthentication strict demands mutual TLS in shop, which is on the slice shop',
  ]);
  expect(foundBy(id, slice, policy('istio-system', '{ mtls: { mode: STRICT } }'))).toEqual([
    'warning 17:23 the PeerAuthentication strict demands mutual TLS in shop, which is on the slice shop',
  ]);
});

test('one for the mesh, where each namespace on the slice has its own', () => {
  const mesh = policy('istio-system', '{ mtls: { mode: STRICT } }');
  expect(foundBy(id, slice, mesh, policy('shop', '{ mtls: { mode: PERMISSIVE } }'))).toEqual([]);
  expect(foundBy(id, slice, mesh, policy('shop', '{ mtls: { mode: UNSET } }'))).toHaveLength(1);
});

test('elsewhere, permissive, or without a slice', () => {
  expect(foundBy(id, slice, policy('tools', '{ mtls: { mode: STRICT } }'))).toEqual([]);
  expect(foundBy(id, slice, policy('shop', '{ mtls: { mode: PERMISSIVE } }'))).toEqual([]);
  expect(
    foundBy(
      id,
      slice,
      policy('istio-system', '{ selector: { matchLabels: { a: b } }, mtls: { mode: STRICT } }'),
    ),
  ).toEqual([]);
  expect(foundBy(id, sliceConfig(), policy('shop', '{ mtls: { mode: STRICT } }'))).toEqual([]);
});
